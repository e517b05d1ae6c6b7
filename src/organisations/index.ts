export { addAdministrator } from './administrator.js';
export { type FoundedSite, foundSite, type NewOrganisation, type NewSite, type NewStaff } from './founding.js';
export { type FirstAdministrator, foundFirstSite, foundNewSite, hasStaff } from './first-site.js';
export { type CaseAtDesk, DeskCases, type DeskCasesSource } from './desk-cases.js';
export { OrganisationsModule } from './organisations.module.js';
export { refuseUnlikelyDay, type Site, SitesRepository } from './sites.repository.js';
export { type GivenReason, givenReason, type ReasonToKeep, type SiteReason, SiteReasons } from './site-reasons.js';
export { readSiteDescription } from './site-description.js';
export { TARGET_GROUPS } from './target-groups.js';
