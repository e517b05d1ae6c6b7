export {
  type HeldEntry,
  HeldWorkSources,
  type PassedItem,
  type PassedOn,
  type PassingOn,
} from './departures/held-work.js';
export { type LeftBehindTask, LeftBehindTasks, type OwnersAsked } from './left-behind/left-behind.js';
export { hasAnyStaff, insertStaff, type NewStaff, staffWithLogin, startWorkAtSite } from './new-staff.js';
export { type Colleague, StaffRepository } from './staff.repository.js';
export { TeamMembersModule } from './team-members.module.js';
