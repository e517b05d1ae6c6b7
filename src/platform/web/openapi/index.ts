export { ApiDescription } from './api-description.js';
export { ApiDocsController } from './api-docs.controller.js';
