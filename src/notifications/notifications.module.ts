import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { DeliverNoticesJob } from './deliver-notices.job.js';
import { NotificationsApiController } from './notifications.api.controller.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsPageController } from './pages/notifications/notifications.controller.js';
import { RemindersJob } from './reminders.job.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [NotificationsApiController, NotificationsPageController],
  providers: [NotificationsService, RemindersJob, DeliverNoticesJob],
  exports: [NotificationsService, RemindersJob, DeliverNoticesJob],
})
export class NotificationsModule {}
