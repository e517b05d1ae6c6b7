import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type ReasonOccasion, type ReasonOnList, type ReasonSaid, isOfferedOn, reasonProblems } from '#domain/reason';
import type { FieldError } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** One of the site's reasons (理由). */
export interface SiteReason extends ReasonOnList {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** A reason as a record keeps it: one from the list, words, or both. */
export interface GivenReason {
  readonly code: string | null;
  readonly name: string | null;
  readonly note: string | null;
}

/** What a form said of a reason, looked up on the site's list. */
export interface ReasonToKeep {
  readonly id: number | null;
  readonly note: string | null;
  /** At `reasonCode` and `reasonNote`. */
  readonly problems: readonly FieldError[];
}

/** 理由の一覧 of the site one works in: read by forms, and by every record that gives a reason. */
@Injectable()
export class SiteReasons {
  /** Those that can be chosen today for any of the occasions, in the list's order. */
  async offered(tx: Transaction<StaffActor>, occasions: readonly ReasonOccasion[]): Promise<SiteReason[]> {
    const reasons = await tx.sql<SiteReason>(`${REASON} WHERE site_id = $1 AND occasions && $2 ORDER BY position, id`, [
      tx.actor.siteId,
      occasions,
    ]);
    return reasons.filter((reason) => isOfferedOn(reason, tx.today));
  }

  /**
   * @param of `occasion` is null for what needs no explaining, where a reason from the list is a slip
   * @returns what the record keeps, and what is wrong with it
   */
  async resolve(
    tx: Transaction<StaffActor>,
    said: ReasonSaid,
    of: { readonly occasion: ReasonOccasion | null; readonly needed?: boolean },
  ): Promise<ReasonToKeep> {
    const { reasonCode = null, reasonNote: note = null } = said;
    const [listed] =
      reasonCode === null
        ? []
        : await tx.sql<SiteReason>(`${REASON} WHERE site_id = $1 AND code = $2`, [tx.actor.siteId, reasonCode]);
    return { id: listed?.id ?? null, note, problems: reasonProblems(said, listed, { ...of, today: tx.today }) };
  }
}

const REASON = 'SELECT id, code, name, occasions, retired_on AS "retiredOn" FROM reason';

/** SQL of a {@link GivenReason}, null where none was given. @param id, note columns of the record that keep it */
export function givenReason(id: string, note: string): string {
  return `CASE WHEN num_nonnulls(${id}, ${note}) > 0 THEN jsonb_build_object('code', (SELECT code FROM reason WHERE id = ${id}), 'name',
    (SELECT name FROM reason WHERE id = ${id}), 'note', ${note}) END`;
}
