import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { Purges } from '../platform/purge/index.js';
import { BackupNoticesJob } from './backup-notices.job.js';
import { DeliverNoticesJob } from './deliver-notices.job.js';
import { DuplicateNoticesJob } from './duplicate-notices.job.js';
import { NotificationsApiController } from './notifications.api.controller.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsPageController } from './pages/notifications/notifications.controller.js';
import { PlanAgreementNoticesJob } from './plan-agreement-notices.job.js';
import { RemindersJob } from './reminders.job.js';
import { TellStaffJob } from './tell-staff.job.js';

/** Whoever comes back from a long leave still finds what a colleague at the desk had read for them that quarter. */
const READ_NOTICE_DAYS = 90;

@Module({
  imports: [OrganisationsModule],
  controllers: [NotificationsApiController, NotificationsPageController],
  providers: [
    NotificationsService,
    RemindersJob,
    DeliverNoticesJob,
    BackupNoticesJob,
    DuplicateNoticesJob,
    PlanAgreementNoticesJob,
    TellStaffJob,
  ],
  exports: [NotificationsService, RemindersJob, DeliverNoticesJob],
})
export class NotificationsModule {
  constructor(purges: Purges) {
    purges.register({ routine: 'purge_notifications', days: READ_NOTICE_DAYS });
  }
}
