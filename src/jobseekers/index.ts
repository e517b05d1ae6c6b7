export { BenefitsService } from './records/benefits.service.js';
export { AddBenefit } from './dto/benefit.dto.js';
export { AddGroup, EndGroup } from './dto/group.dto.js';
export { HelloWorkRegistration } from './dto/hello-work-registration.dto.js';
export { RecordWish } from './dto/record-wish.dto.js';
export { RegisterJobseeker } from './dto/register-jobseeker.dto.js';
export { GroupsService } from './records/groups.service.js';
export { HelloWorkRegistrationService } from './hello-work-registration.service.js';
export { JobseekersModule } from './jobseekers.module.js';
export { type Jobseeker, JobseekersRepository, noteOpening } from './jobseekers.repository.js';
export { JobseekersService } from './jobseekers.service.js';
export { smallFormPage } from './pages/records/small-form.js';
export { type PersonPanel, PersonPanels } from './pages/jobseeker/jobseeker.panels.js';
export { ageText, choicesOf, fullKana, fullName } from './pages/person-words.js';
export {
  type BenefitRecord,
  type MembershipRecord,
  PersonRecordsRepository,
  type WishRecord,
} from './records/person-records.repository.js';
export { ProtectionService } from './protection.service.js';
export { SharingGrantsRepository } from './sharing-grants.repository.js';
export { WishesService } from './records/wishes.service.js';
