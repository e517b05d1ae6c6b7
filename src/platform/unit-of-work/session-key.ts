import type { StaffActor } from '#access';

/** Beside the actor and not in it: no answer, no log line and no copy takes it along. */
const keys = new WeakMap<StaffActor, Buffer>();

/**
 * By what the database lets the actor in: the digest of their session's token, which opens nothing but a transaction of theirs while the
 * session lasts (`enter_session`).
 */
export function actsBySession(actor: StaffActor, key: Buffer): StaffActor {
  keys.set(actor, key);
  return actor;
}

export const sessionKeyOf = (actor: StaffActor): Buffer | undefined => keys.get(actor);
