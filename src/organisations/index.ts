export { DeskCases } from './desk-cases.js';
export { IsCode } from './dto/code.js';
export { addMissingDesks, addMissingProgrammes, changeProgramme } from './missing-parts.js';
export {
  bringIntoSite,
  idsOfCodes,
  insertSite,
  type InsertedSite,
  type NewSite,
  organisationWithCode,
} from './new-site.js';
export { OrganisationsModule } from './organisations.module.js';
export { refuseUnlikelyDay, type Site, SitesRepository } from './sites.repository.js';
export { type GivenReason, givenReason, type ReasonToKeep, type SiteReason, SiteReasons } from './site-reasons.js';
