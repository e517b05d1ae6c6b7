import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { categoryProposed } from '#domain/sharing';
import { differences, InvalidInput, type IsoDate } from '#kernel';
import { BackupRunsRepository, type BackupState } from '../backups/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import type { AddTargetGroup, ChooseGroups, EditSite } from './dto/site.dto.js';
import { type KnownGroup, type SiteFile, SiteFileRepository } from './site-file.repository.js';

/** 拠点: what is written down about it, its settings and the groups it helps. */
@Injectable()
export class SiteService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: SiteFileRepository,
    private readonly backups: BackupRunsRepository,
  ) {}

  file(actor: StaffActor): Promise<SiteFile> {
    return this.work.read(actor, (tx) => this.files.get(tx));
  }

  /** The site and how the backups of the whole installation stand. */
  overview(actor: StaffActor): Promise<{ site: SiteFile; backups: BackupState }> {
    return this.work.read(actor, async (tx) => ({
      site: await this.files.get(tx),
      backups: await this.backups.state(tx),
    }));
  }

  knownGroups(actor: StaffActor): Promise<KnownGroup[]> {
    return this.work.read(actor, (tx) => this.files.knownGroups(tx));
  }

  /** @throws StaleEdit; InvalidInput `records_before_opening`: a record exists that is older than the new opening day */
  async edit(actor: StaffActor, { version, ...input }: EditSite): Promise<void> {
    const earliest = await this.earliestRecord(actor);
    if (earliest !== null && earliest < input.openedOn)
      throw new InvalidInput([{ field: 'openedOn', code: 'records_before_opening', params: { earliest } }]);
    await this.work.write(actor, { purpose: 'site.edit' }, async (tx) => {
      const before = await this.files.get(tx);
      await this.files.update(tx, 'site', before.id, version, {
        name: input.name,
        opened_on: input.openedOn,
        plan_counts_when: input.planCountsWhen,
        consultation_editable_minutes: input.consultationEditableMinutes,
        stalled_after_days: input.stalledAfterDays,
        small_number_limit: input.smallNumberLimit,
        glass_minutes: input.glassMinutes,
        protection_lift_by: input.protectionLiftBy,
        guardian_age_participation: input.guardianAgeParticipation,
        guardian_age_sharing: input.guardianAgeSharing,
      });
      record(tx, 'site.edited', differences({ ...before }, input));
    });
  }

  /** A group that is no longer chosen stays with the people who have it. @throws StaleEdit; InvalidInput `not_one_of` */
  async chooseGroups(actor: StaffActor, { codes, version }: ChooseGroups): Promise<void> {
    await this.work.write(actor, { purpose: 'site.choose_groups' }, async (tx) => {
      const before = await this.files.get(tx);
      const known = new Set((await this.files.knownGroups(tx)).map(({ code }) => code));
      if (codes.some((code) => !known.has(code))) throw new InvalidInput([{ field: 'codes', code: 'not_one_of' }]);
      await this.files.update(tx, 'site', before.id, version, {});
      await tx.sql('DELETE FROM site_target_group WHERE site_id = $1 AND group_code <> ALL ($2)', [before.id, codes]);
      await tx.sql(
        'INSERT INTO site_target_group (site_id, group_code) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
        [before.id, codes],
      );
      record(tx, 'site.groups_chosen', differences({ codes: before.targetGroups.map(({ code }) => code) }, { codes }));
    });
  }

  /** A group that was on no list yet; every site may choose it afterwards. @throws InvalidInput `code_taken` */
  async addTargetGroup(
    actor: StaffActor,
    { code, name, category }: AddTargetGroup,
    idempotencyKey?: string,
  ): Promise<{ code: string }> {
    return this.work.write(actor, { purpose: 'target_group.add', idempotencyKey }, async (tx) => {
      const added = await tx.sql(
        `INSERT INTO target_group (code, name, position, category)
         SELECT $1, $2, coalesce(max(position), 0) + 1, $3 FROM target_group ON CONFLICT DO NOTHING RETURNING code`,
        [code, name, category ?? categoryProposed(name)],
      );
      if (added.length === 0) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      await tx.sql('INSERT INTO site_target_group (site_id, group_code) VALUES ($1, $2)', [actor.siteId, code]);
      tx.record({ kind: 'target_group.added', subject: { type: 'target_group', id: code } });
      return { code };
    });
  }

  /** Counted by the reporting role: an administrator sees no person's records. */
  private async earliestRecord(actor: StaffActor): Promise<IsoDate | null> {
    const facts = ['fact_visit', 'fact_registration', 'fact_support', 'fact_consultation'];
    const minima = facts.map((fact) => `(SELECT min(occurred_on) FROM ${fact})`);
    const [row] = await this.work.report(actor, (tx) =>
      tx.sql<{ earliest: IsoDate | null }>(`SELECT least(${minima.join(', ')})::text AS earliest`),
    );
    return row?.earliest ?? null;
  }
}

function record(
  tx: Transaction<StaffActor>,
  kind: 'site.edited' | 'site.groups_chosen',
  changes: ReturnType<typeof differences>,
): void {
  tx.record({ kind, subject: { type: 'site', id: String(tx.actor.siteId) }, changes });
}
