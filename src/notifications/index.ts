export { NotificationsModule } from './notifications.module.js';
export { type NotificationLine, NotificationsService } from './notifications.service.js';
export { RemindersJob } from './reminders.job.js';
