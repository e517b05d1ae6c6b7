import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/index.js';
import { NotificationsApiController } from './notifications.api.controller.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsPageController } from './pages/notifications/notifications.controller.js';
import { RemindersJob } from './reminders.job.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [NotificationsApiController, NotificationsPageController],
  providers: [NotificationsService, RemindersJob],
  exports: [NotificationsService, RemindersJob],
})
export class NotificationsModule {}
