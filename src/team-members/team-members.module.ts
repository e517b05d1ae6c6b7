import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { DeparturesApiController } from './departures/departures.api.controller.js';
import { DeparturesRepository } from './departures/departures.repository.js';
import { DeparturesService } from './departures/departures.service.js';
import { HeldWorkSources } from './departures/held-work.js';
import { SiteWorkService } from './departures/site-work.service.js';
import { LeftBehindTasks } from './left-behind/left-behind.js';
import { MachineAccountsApiController } from './machine-accounts/machine-accounts.api.controller.js';
import { MachineAccountsJob } from './machine-accounts/machine-accounts.job.js';
import { MachineAccountsRepository } from './machine-accounts/machine-accounts.repository.js';
import { MachineAccountsService } from './machine-accounts/machine-accounts.service.js';
import { OwnMachinesApiController } from './machine-accounts/own-machines.api.controller.js';
import { OwnMachinesService } from './machine-accounts/own-machines.service.js';
import { MachineAccountsPageController } from './machine-accounts/pages/machine-accounts.controller.js';
import { OwnMachinesPageController } from './machine-accounts/pages/own-machines.controller.js';
import { DeparturePageController } from './pages/departure/departure.controller.js';
import { StaffListPageController } from './pages/staff-list/staff-list.controller.js';
import { PasswordResetPageController } from './pages/staff-member/password-reset.controller.js';
import { StaffMemberPages } from './pages/staff-member/staff-member-pages.js';
import { PasswordResetsService } from './password-resets/password-resets.service.js';
import { StaffMemberPageController } from './pages/staff-member/staff-member.controller.js';
import { NewStaffPageController } from './pages/new-staff-member/new-staff-member.controller.js';
import { StaffAccessApiController } from './staff-access.api.controller.js';
import { StaffApiController } from './staff.api.controller.js';
import { StaffEntity } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StaffEntity]), AuthModule, OrganisationsModule],
  controllers: [
    StaffApiController,
    StaffAccessApiController,
    DeparturesApiController,
    StaffListPageController,
    NewStaffPageController,
    StaffMemberPageController,
    PasswordResetPageController,
    DeparturePageController,
    MachineAccountsApiController,
    OwnMachinesApiController,
    MachineAccountsPageController,
    OwnMachinesPageController,
  ],
  providers: [
    StaffRepository,
    StaffService,
    StaffMemberPages,
    PasswordResetsService,
    SiteWorkService,
    HeldWorkSources,
    LeftBehindTasks,
    DeparturesRepository,
    DeparturesService,
    MachineAccountsRepository,
    MachineAccountsService,
    OwnMachinesService,
    MachineAccountsJob,
  ],
  exports: [HeldWorkSources, LeftBehindTasks, StaffRepository],
})
export class TeamMembersModule {}
