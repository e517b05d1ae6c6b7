export {
  type Actor,
  type ImportActor,
  type MachineIdentity,
  type MachineScope,
  type Role,
  type Side,
  type StaffActor,
  type SystemActor,
  type SystemActorName,
  isImport,
  isStaff,
  MACHINE_SCOPES,
  ROLES,
  SIDES,
} from './actors.js';
export { type Permission, type Sides, PERMISSION_TABLE, PERMISSIONS, SYSTEM_PERMISSIONS } from './permission-table.js';
export { mayOwn, SCOPE_PERMISSIONS } from './machine-scopes.js';
export { assertMay, may, permissionsOf } from './may.js';
