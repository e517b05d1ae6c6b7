export {
  type Actor,
  type ImportActor,
  type Role,
  type Side,
  type StaffActor,
  type SystemActor,
  type SystemActorName,
  isImport,
  isStaff,
  ROLES,
  SIDES,
} from './actors.js';
export { type Permission, type Sides, PERMISSION_TABLE, PERMISSIONS, SYSTEM_PERMISSIONS } from './permission-table.js';
export { assertMay, may, permissionsOf } from './may.js';
