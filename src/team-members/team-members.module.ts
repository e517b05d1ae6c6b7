import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { DeparturesService } from './departures.service.js';
import { StaffListPageController } from './pages/staff-list/staff-list.controller.js';
import { StaffMemberPageController } from './pages/staff-member/staff-member.controller.js';
import { NewStaffPageController } from './pages/new-staff-member/new-staff-member.controller.js';
import { StaffApiController } from './staff.api.controller.js';
import { StaffEntity } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';
import { TokensPageController } from './tokens/pages/tokens.controller.js';
import { TokensApiController } from './tokens/tokens.api.controller.js';
import { TokensService } from './tokens/tokens.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StaffEntity]), AuthModule, OrganisationsModule],
  controllers: [
    StaffApiController,
    StaffListPageController,
    NewStaffPageController,
    StaffMemberPageController,
    TokensApiController,
    TokensPageController,
  ],
  providers: [StaffRepository, StaffService, DeparturesService, TokensService],
})
export class TeamMembersModule {}
