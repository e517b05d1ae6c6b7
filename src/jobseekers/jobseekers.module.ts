import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { DuplicatesService } from './duplicates.service.js';
import { GroupMembershipEntity } from './group-membership.entity.js';
import { JobseekerEntity } from './jobseeker.entity.js';
import { JobseekersApiController } from './jobseekers.api.controller.js';
import { JobseekersRepository } from './jobseekers.repository.js';
import { JobseekersService } from './jobseekers.service.js';
import { ProtectionService } from './protection.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([JobseekerEntity, GroupMembershipEntity]), OrganisationsModule],
  controllers: [JobseekersApiController],
  providers: [DuplicatesService, JobseekersRepository, JobseekersService, ProtectionService],
  exports: [JobseekersRepository, JobseekersService, ProtectionService],
})
export class JobseekersModule {}
