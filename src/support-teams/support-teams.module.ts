import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentsModule } from '../consents/index.js';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { TeamMembersModule } from '../team-members/index.js';
import { CaseAssignmentEntity } from './case-assignment.entity.js';
import { CaseTeamPageController } from './pages/case-team/case-team.controller.js';
import { UnattendedPageController } from './pages/unattended/unattended.controller.js';
import { UnattendedApiController } from './unattended.api.controller.js';
import { UnattendedTasksApiController } from './unattended-tasks.api.controller.js';
import { UnattendedTasksService } from './unattended-tasks.service.js';
import { UnattendedRepository } from './unattended.repository.js';
import { UnattendedService } from './unattended.service.js';
import { ExpiredTeamsJob } from './expired-teams.job.js';
import { HeldAssignments } from './held-assignments.js';
import { SupportTeamsApiController } from './support-teams.api.controller.js';
import { SupportTeamsRepository } from './support-teams.repository.js';
import { SupportTeamsService } from './support-teams.service.js';
import { TeamEntry } from './team-entry.js';
import { TeamOfCase } from './team-of-case.js';
import { TeamOfSharing } from './team-of-sharing.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseAssignmentEntity]),
    OrganisationsModule,
    JobseekersModule,
    ConsentsModule,
    SupportCasesModule,
    TeamMembersModule,
  ],
  controllers: [
    SupportTeamsApiController,
    UnattendedApiController,
    UnattendedTasksApiController,
    CaseTeamPageController,
    UnattendedPageController,
  ],
  providers: [
    SupportTeamsRepository,
    TeamEntry,
    SupportTeamsService,
    UnattendedRepository,
    UnattendedService,
    UnattendedTasksService,
    TeamOfCase,
    TeamOfSharing,
    ExpiredTeamsJob,
    HeldAssignments,
  ],
  exports: [SupportTeamsRepository, TeamEntry, SupportTeamsService, UnattendedRepository, UnattendedTasksService],
})
export class SupportTeamsModule {}
