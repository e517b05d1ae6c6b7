/** Records are loaded through the services that a user's data take, as a named import run, on a moved clock. */
export { loadPublishedSites } from './load-published-sites.js';
export { type PostLogin, postCode } from './site-to-found.js';
