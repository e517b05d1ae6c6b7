export { type FoundedSite, foundSite, type NewOrganisation, type NewSite, type NewStaff } from './founding.js';
export { OrganisationsModule } from './organisations.module.js';
export { refuseUnlikelyDay, type Site, SitesRepository } from './sites.repository.js';
export { TARGET_GROUPS } from './target-groups.js';
