export { NotificationsModule } from './notifications.module.js';
export { tellRole } from './tell-role.js';
export { RemindersJob } from './reminders.job.js';
