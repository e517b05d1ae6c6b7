import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/index.js';
import { BackupsModule } from './backups/index.js';
import { AuthModule } from './auth/index.js';
import { ConsultationsModule } from './consultations/index.js';
import { EmployersModule } from './employers/index.js';
import { ReferralsModule } from './referrals/index.js';
import { PlacementsModule } from './placements/index.js';
import { OrganisationsModule } from './organisations/index.js';
import { SupportCasesModule } from './support-cases/index.js';
import { SupportRequestsModule } from './support-requests/index.js';
import { SupportTeamsModule } from './support-teams/index.js';
import { SupportPlansModule } from './support-plans/index.js';
import { JobseekersModule } from './jobseekers/index.js';
import { ConsentsModule } from './consents/index.js';
import { TeamMembersModule } from './team-members/index.js';
import { VisitsModule } from './visits/index.js';
import { IndicatorsModule } from './indicators/index.js';
import { YearlyPlansModule } from './yearly-plans/index.js';
import { NotificationsModule } from './notifications/index.js';
import { ReportsModule } from './reports/index.js';
import { TimelineModule } from './timeline/index.js';
import { WorkspacesModule } from './workspaces/index.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** Everything there is, put together. */
@Module({})
export class AppModule {
  static with(platform: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(platform),
        AuthModule,
        BackupsModule,
        OrganisationsModule,
        TeamMembersModule,
        JobseekersModule,
        ConsentsModule,
        VisitsModule,
        ConsultationsModule,
        SupportCasesModule,
        SupportTeamsModule,
        SupportRequestsModule,
        SupportPlansModule,
        EmployersModule,
        ReferralsModule,
        PlacementsModule,
        YearlyPlansModule,
        IndicatorsModule,
        NotificationsModule,
        ReportsModule,
        TimelineModule,
        AuditModule,
        WorkspacesModule,
      ],
    };
  }
}
