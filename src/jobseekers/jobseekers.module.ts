import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { BenefitEntity } from './records/benefit.entity.js';
import { BenefitsService } from './records/benefits.service.js';
import { DuplicateQueueService } from './duplicates/duplicate-queue.service.js';
import { DuplicateQuestionsJob } from './duplicates/duplicate-questions.job.js';
import { DuplicatesApiController } from './duplicates/duplicates.api.controller.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { BrokenGlassApiController } from './glass/broken-glass.api.controller.js';
import { BrokenGlassService } from './glass/broken-glass.service.js';
import { ProtectionLiftService } from './glass/protection-lift.service.js';
import { GroupMembershipEntity } from './records/group-membership.entity.js';
import { GroupsService } from './records/groups.service.js';
import { HelloWorkRegistrationService } from './hello-work-registration.service.js';
import { IdentityComparisonService } from './identity-comparison.service.js';
import { JobseekerEntity, JobseekerIdentityEntity } from './jobseeker.entity.js';
import { JobseekersApiController } from './jobseekers.api.controller.js';
import { JobseekersRepository } from './jobseekers.repository.js';
import { JobseekersService } from './jobseekers.service.js';
import { BrokenGlassPageController } from './pages/broken-glass/broken-glass.controller.js';
import { DuplicatesPageController } from './pages/duplicates/duplicates.controller.js';
import { EditPageController } from './pages/edit-jobseeker/edit-jobseeker.controller.js';
import { ListPageController } from './pages/jobseekers-list/jobseekers-list.controller.js';
import { IdentityComparisonPageController } from './pages/jobseeker/identity-comparison.controller.js';
import { PersonPageController } from './pages/jobseeker/jobseeker.controller.js';
import { PersonPanels } from './pages/jobseeker/jobseeker.panels.js';
import { BenefitsPageController } from './pages/records/benefits.controller.js';
import { GroupsPageController } from './pages/records/groups.controller.js';
import { HelloWorkRegistrationPageController } from './pages/records/hello-work-registration.controller.js';
import { ProtectionPageController } from './pages/records/protection.controller.js';
import { WishesPageController } from './pages/records/wishes.controller.js';
import { RegisterPageController } from './pages/register-jobseeker/register-jobseeker.controller.js';
import { PersonRecordsApiController } from './records/person-records.api.controller.js';
import { PersonRecordsRepository } from './records/person-records.repository.js';
import { ProtectionApiController } from './protection.api.controller.js';
import { ProtectionService } from './protection.service.js';
import { SearchRepository } from './search.repository.js';
import { SharingGrantsRepository } from './sharing-grants.repository.js';
import { WishEntity } from './records/wish.entity.js';
import { WishesService } from './records/wishes.service.js';

const services = [
  BenefitsService,
  BrokenGlassService,
  ProtectionLiftService,
  GroupsService,
  HelloWorkRegistrationService,
  IdentityComparisonService,
  JobseekersService,
  ProtectionService,
  WishesService,
];
const pages = [
  BenefitsPageController,
  BrokenGlassPageController,
  DuplicatesPageController,
  EditPageController,
  GroupsPageController,
  HelloWorkRegistrationPageController,
  IdentityComparisonPageController,
  ListPageController,
  PersonPageController,
  ProtectionPageController,
  RegisterPageController,
  WishesPageController,
];
const repositories = [JobseekersRepository, PersonRecordsRepository, SharingGrantsRepository];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BenefitEntity,
      GroupMembershipEntity,
      JobseekerEntity,
      JobseekerIdentityEntity,
      WishEntity,
    ]),
    OrganisationsModule,
  ],
  controllers: [
    BrokenGlassApiController,
    DuplicatesApiController,
    JobseekersApiController,
    PersonRecordsApiController,
    ProtectionApiController,
    ...pages,
  ],
  providers: [
    ...services,
    ...repositories,
    DuplicateQuestionsJob,
    DuplicateQueueService,
    DuplicatesService,
    PersonPanels,
    SearchRepository,
  ],
  exports: [...services, ...repositories, PersonPanels],
})
export class JobseekersModule {}
