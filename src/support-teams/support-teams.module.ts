import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentsModule } from '../consents/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { CaseAssignmentEntity } from './case-assignment.entity.js';
import { CaseTeamPageController } from './pages/case-team/case-team.controller.js';
import { SupportTeamsApiController } from './support-teams.api.controller.js';
import { SupportTeamsRepository } from './support-teams.repository.js';
import { SupportTeamsService } from './support-teams.service.js';
import { TeamEntry } from './team-entry.js';
import { TeamOfCase } from './team-of-case.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseAssignmentEntity]), OrganisationsModule, ConsentsModule, SupportCasesModule],
  controllers: [SupportTeamsApiController, CaseTeamPageController],
  providers: [SupportTeamsRepository, TeamEntry, SupportTeamsService, TeamOfCase],
  exports: [SupportTeamsRepository, TeamEntry, SupportTeamsService],
})
export class SupportTeamsModule {}
