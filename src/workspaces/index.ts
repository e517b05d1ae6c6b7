export { WorkspacesModule } from './workspaces.module.js';
