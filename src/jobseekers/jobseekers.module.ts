import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { BenefitEntity } from './records/benefit.entity.js';
import { BenefitsService } from './records/benefits.service.js';
import { DuplicateQueueService } from './duplicates/duplicate-queue.service.js';
import { DuplicatesApiController } from './duplicates/duplicates.api.controller.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { GroupMembershipEntity } from './records/group-membership.entity.js';
import { GroupsService } from './records/groups.service.js';
import { HelloWorkRegistrationService } from './hello-work-registration.service.js';
import { JobseekerEntity } from './jobseeker.entity.js';
import { JobseekersApiController } from './jobseekers.api.controller.js';
import { JobseekersRepository } from './jobseekers.repository.js';
import { JobseekersService } from './jobseekers.service.js';
import { PersonRecordsApiController } from './records/person-records.api.controller.js';
import { PersonRecordsRepository } from './records/person-records.repository.js';
import { ProtectionService } from './protection.service.js';
import { SearchRepository } from './search.repository.js';
import { WishEntity } from './records/wish.entity.js';
import { WishesService } from './records/wishes.service.js';

const services = [BenefitsService, GroupsService, HelloWorkRegistrationService, JobseekersService, ProtectionService, WishesService];
const repositories = [JobseekersRepository, PersonRecordsRepository];

@Module({
  imports: [TypeOrmModule.forFeature([BenefitEntity, GroupMembershipEntity, JobseekerEntity, WishEntity]), OrganisationsModule],
  controllers: [DuplicatesApiController, JobseekersApiController, PersonRecordsApiController],
  providers: [...services, ...repositories, DuplicateQueueService, DuplicatesService, SearchRepository],
  exports: [...services, ...repositories],
})
export class JobseekersModule {}
