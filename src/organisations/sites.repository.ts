import { Injectable } from '@nestjs/common';
import type { GuardianAges } from '#domain/consent';
import type { SharingCategory } from '#domain/sharing';
import { type IsoDate, InvalidInput, NotFound } from '#kernel';
import type { Side } from '#access';
import type { Transaction } from '../platform/unit-of-work/index.js';

export interface Site {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** 事業開始日: no record may be dated before it. */
  readonly openedOn: IsoDate;
  /** Whether a person counts as プラン策定者 once the plan is drawn up or only once agreed. */
  readonly planCountsWhen: 'drawn_up' | 'agreed';
  readonly consultationEditableMinutes: number;
  readonly stalledAfterDays: number;
  /** Fewer than so many are not told apart (小さい数). */
  readonly smallNumberLimit: number;
  /** 支援措置の解除 needs one or two of those who may see the person. */
  readonly protectionLiftBy: 'one' | 'two';
  /** 保護者の同意も要る年齢（未満）, by what is consented to. */
  readonly guardianAges: GuardianAges;
  readonly desks: readonly {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly closedOn: IsoDate | null;
  }[];
  readonly organisations: readonly { readonly id: number; readonly name: string; readonly side: Side }[];
  readonly targetGroups: readonly { readonly code: string; readonly name: string }[];
  readonly programmes: readonly {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly optionalSteps: readonly string[];
    readonly usualCategories: readonly SharingCategory[];
  }[];
}

/** The site one works in, with all that forms choose from. */
@Injectable()
export class SitesRepository {
  async current(tx: Transaction): Promise<Site> {
    const siteId = tx.actor.kind === 'staff' ? tx.actor.siteId : tx.actor.siteIds[0];
    const [row] = await tx.sql<{ site: Site }>(
      `SELECT jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'openedOn', s.opened_on, 'planCountsWhen', s.plan_counts_when,
         'consultationEditableMinutes', s.consultation_editable_minutes, 'stalledAfterDays', s.stalled_after_days, 'smallNumberLimit', s.small_number_limit,
         'protectionLiftBy', s.protection_lift_by,
         'guardianAges', jsonb_build_object('participation', s.guardian_age_participation, 'sharing', s.guardian_age_sharing),
         'desks', coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name, 'closedOn', d.closed_on) ORDER BY d.id)
           FROM desk d WHERE d.site_id = s.id), '[]'),
         'organisations', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'side', o.side) ORDER BY o.side, o.id)
            FROM site_organisation so JOIN organisation o ON o.id = so.organisation_id WHERE so.site_id = s.id), '[]'),
         'targetGroups', coalesce((SELECT jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) ORDER BY g.position)
            FROM site_target_group sg JOIN target_group g ON g.code = sg.group_code WHERE sg.site_id = s.id), '[]'),
         'programmes', coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'optionalSteps', p.optional_steps,
             'usualCategories', p.usual_categories)
           ORDER BY p.position, p.id)
            FROM programme p WHERE p.site_id = s.id), '[]')) AS site
       FROM site s WHERE s.id = $1`,
      [siteId],
    );
    if (!row) throw new NotFound('site');
    return row.site;
  }

  /** Every site of the installation, for jobs that go round them. */
  async allIds(tx: Transaction): Promise<number[]> {
    const rows = await tx.sql<{ id: number }>('SELECT id FROM site ORDER BY id');
    return rows.map(({ id }) => id);
  }
}

/**
 * Refuses a day on which the thing cannot have happened.
 * @throws InvalidInput `date_in_future` or `before_site_opened` at `field`
 */
export function refuseUnlikelyDay(day: IsoDate, field: string, today: IsoDate, siteOpenedOn: IsoDate): void {
  if (day > today) throw new InvalidInput([{ field, code: 'date_in_future' }]);
  if (day < siteOpenedOn) throw new InvalidInput([{ field, code: 'before_site_opened' }]);
}
