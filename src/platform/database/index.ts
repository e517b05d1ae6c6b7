export { Connections, workerAlone } from './connections.js';
