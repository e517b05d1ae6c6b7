export { DeliverNoticesJob } from './deliver-notices.job.js';
export type { NotificationLine } from './notice-lines.js';
export { NotificationsModule } from './notifications.module.js';
export { NotificationsService } from './notifications.service.js';
export { tellRole } from './tell-role.js';
export { RemindersJob } from './reminders.job.js';
