export { addAdministrator } from './administrator.js';
export { foundFirstSite, foundNewSite, hasStaff } from './first-site.js';
export { type FoundedSite, foundSite, type NewSite, type NewStaff } from './founding.js';
export { readSiteDescription } from './site-description.js';
