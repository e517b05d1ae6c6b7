import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import type { ReasonOccasion } from '#domain/reason';
import type { GroupCategory, SharingCategory } from '#domain/sharing';
import type { Transaction } from '../platform/unit-of-work/index.js';

interface Agreement {
  readonly id: number;
  readonly concludedOn: IsoDate;
  readonly parties: string;
  readonly summary: string;
  readonly endsOn: IsoDate | null;
  readonly version: number;
}

interface Council {
  readonly id: number;
  readonly name: string;
  readonly chair: string;
  readonly meets: string;
  readonly members: readonly { readonly organisationName: string; readonly post: string }[];
  readonly version: number;
}

interface Part {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly version: number;
}

/** Everything written down about a site (拠点), with the versions that edits send back. */
export interface SiteFile extends Part {
  readonly openedOn: IsoDate;
  readonly planCountsWhen: 'drawn_up' | 'agreed';
  readonly consultationEditableMinutes: number;
  readonly stalledAfterDays: number;
  readonly smallNumberLimit: number;
  readonly glassMinutes: number;
  readonly protectionLiftBy: 'one' | 'two';
  readonly guardianAgeParticipation: number;
  readonly guardianAgeSharing: number;
  /** Newest first. */
  readonly agreements: readonly Agreement[];
  readonly council: Council | null;
  readonly organisations: readonly (Part & {
    readonly side: Side;
    /** Whether it is the reader's to rename: one's own, or one that one's own entered and nobody administers yet. */
    readonly mayRename: boolean;
    /** Names it had before, the newest first, each until a moment. */
    readonly formerNames: readonly { readonly name: string; readonly until: string }[];
  })[];
  readonly desks: readonly (Part & { readonly closedOn: IsoDate | null })[];
  readonly targetGroups: readonly { readonly code: string; readonly name: string }[];
  readonly programmes: readonly (Part & {
    readonly optionalSteps: readonly string[];
    /** 同意書で初めに選ばれる区分; none where it says nothing of its own. */
    readonly usualCategories: readonly SharingCategory[];
  })[];
  /** In the order in which forms show them. */
  readonly reasons: readonly (Part & {
    readonly occasions: readonly ReasonOccasion[];
    readonly position: number;
    readonly retiredOn: IsoDate | null;
  })[];
}

type PartTable = 'site' | 'organisation' | 'desk' | 'agreement' | 'council' | 'programme' | 'reason';

const list = (object: string, from: string, order: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${object}) ORDER BY ${order}) FROM ${from}), '[]')`;

const SELECT_FILE = `
  SELECT jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'version', s.version, 'openedOn', s.opened_on, 'planCountsWhen', s.plan_counts_when,
    'consultationEditableMinutes', s.consultation_editable_minutes, 'stalledAfterDays', s.stalled_after_days, 'smallNumberLimit', s.small_number_limit,
    'glassMinutes', s.glass_minutes, 'protectionLiftBy', s.protection_lift_by,
    'guardianAgeParticipation', s.guardian_age_participation, 'guardianAgeSharing', s.guardian_age_sharing,
    'agreements', ${list(
      `'id', a.id, 'concludedOn', a.concluded_on, 'parties', a.parties, 'summary', a.summary, 'endsOn', a.ends_on, 'version', a.version`,
      'agreement a WHERE a.site_id = s.id',
      'a.concluded_on DESC, a.id DESC',
    )},
    'council', (SELECT jsonb_build_object('id', c.id, 'name', c.name, 'chair', c.chair, 'meets', c.meets, 'version', c.version,
        'members', ${list(
          `'organisationName', m.organisation_name, 'post', m.post`,
          'council_member m WHERE m.council_id = c.id',
          'm.id',
        )})
      FROM council c WHERE c.site_id = s.id),
    'organisations', ${list(
      `'id', o.id, 'code', o.code, 'name', o.name, 'side', o.side, 'version', o.version, 'mayRename', coalesce(owns_organisation(o.id), false),
        'formerNames', ${list(
          `'name', f.name, 'until', f.until`,
          'organisation_former_name f WHERE f.organisation_id = o.id',
          'f.until DESC',
        )}`,
      'site_organisation so JOIN organisation o ON o.id = so.organisation_id WHERE so.site_id = s.id',
      'o.side, o.id',
    )},
    'desks', ${list(
      `'id', d.id, 'code', d.code, 'name', d.name, 'closedOn', d.closed_on, 'version', d.version`,
      'desk d WHERE d.site_id = s.id',
      'd.id',
    )},
    'targetGroups', ${list(
      `'code', g.code, 'name', g.name`,
      'site_target_group sg JOIN target_group g ON g.code = sg.group_code WHERE sg.site_id = s.id',
      'g.position, g.code',
    )},
    'programmes', ${list(
      `'id', p.id, 'code', p.code, 'name', p.name, 'optionalSteps', p.optional_steps, 'usualCategories', p.usual_categories,
        'version', p.version`,
      'programme p WHERE p.site_id = s.id',
      'p.position, p.id',
    )},
    'reasons', ${list(
      `'id', y.id, 'code', y.code, 'name', y.name, 'occasions', y.occasions, 'position', y.position, 'retiredOn', y.retired_on, 'version', y.version`,
      'reason y WHERE y.site_id = s.id',
      'y.position, y.id',
    )}) AS file
  FROM site s WHERE s.id = $1`;

/** A 対象者区分 that a site may choose, and the category in which it is shared. */
export interface KnownGroup {
  readonly code: string;
  readonly name: string;
  readonly category: GroupCategory;
}

/** The rows that make up a site. */
@Injectable()
export class SiteFileRepository {
  async get(tx: Transaction<StaffActor>): Promise<SiteFile> {
    const [row] = await tx.sql<{ file: SiteFile }>(SELECT_FILE, [tx.actor.siteId]);
    if (!row) throw new NotFound('site');
    return row.file;
  }

  /** Every group that any site may choose. */
  knownGroups(tx: Transaction): Promise<KnownGroup[]> {
    return tx.sql<KnownGroup>('SELECT code, name, category FROM target_group ORDER BY position, code');
  }

  /**
   * Saves an edit of a row that belongs to the site.
   * @param changes values by column
   * @throws StaleEdit
   */
  async update(
    tx: Transaction,
    table: PartTable,
    id: number,
    version: number,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const columns = Object.keys(changes)
      .map((column, index) => `${column} = $${index + 3}, `)
      .join('');
    const saved = await tx.sql(
      `UPDATE ${table} SET ${columns}version = version + 1, updated_at = app_now(), updated_by = app_staff() WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, ...Object.values(changes)],
    );
    if (saved.length === 0) await tx.refuseStaleEdit(table, String(id));
  }

  /** @returns the new row's id; undefined when its code is taken */
  async insert(
    tx: Transaction,
    table: PartTable,
    values: Readonly<Record<string, unknown>>,
  ): Promise<number | undefined> {
    const columns = Object.keys(values);
    const places = columns.map((_, index) => `$${index + 1}`);
    const [row] = await tx.sql<{ id: number }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT DO NOTHING RETURNING id`,
      Object.values(values),
    );
    return row?.id;
  }
}
