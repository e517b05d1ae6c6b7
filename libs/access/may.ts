import { Forbidden } from '#kernel';
import type { Actor } from './actors.js';
import { SCOPE_PERMISSIONS } from './machine-scopes.js';
import { PERMISSION_TABLE, PERMISSIONS, SYSTEM_PERMISSIONS, type Permission } from './permission-table.js';

/**
 * Whether the actor's role and side hold the permission; for a machine, its owner's, within its scopes. Which records it reaches is decided by
 * sharing, not here.
 */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return SYSTEM_PERMISSIONS[actor.name].includes(permission);
  const isInScope = actor.machine?.scopes.some((scope) => SCOPE_PERMISSIONS[scope].includes(permission)) ?? true;
  return isInScope && PERMISSION_TABLE[permission][actor.role].includes(actor.side);
}

/** @throws Forbidden when the actor lacks the permission. */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Forbidden(permission);
}

/** Every permission of the actor, in the order of the table. */
export function permissionsOf(actor: Actor): Permission[] {
  return PERMISSIONS.filter((permission) => may(actor, permission));
}
