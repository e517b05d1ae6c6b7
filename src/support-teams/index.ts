export { type StaffChoice, SupportTeamsRepository } from './support-teams.repository.js';
export { SupportTeamsModule } from './support-teams.module.js';
export { SupportTeamsService } from './support-teams.service.js';
export { type UnattendedCase, UnattendedRepository } from './unattended.repository.js';
export { type UnattendedTask, UnattendedTasksService } from './unattended-tasks.service.js';
export { TeamEntry } from './team-entry.js';
