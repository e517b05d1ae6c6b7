import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { addendumProblems, editableUntil, editReasons } from '#domain/consultation';
import { differences, Blocked, NotFound, type Reason, refuseInvalid } from '#kernel';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConsultationEntity } from './consultation.entity.js';
import { checkConsultation } from './consultation-checks.js';
import { type ConsultationView, ConsultationsRepository } from './consultations.repository.js';
import type { AddAddendum, EditConsultation } from './dto/edit-consultation.dto.js';
import type { LogConsultation } from './dto/log-consultation.dto.js';
import { replaceNote, replaceParticipants, writeConsultation } from './write-consultation.js';
import { CONSULTATIONS_NEWEST_FIRST } from './list-order.js';

/** A record with what the actor may still do to it. */
export interface ReadableConsultation extends ConsultationView {
  /** The moment until which the author may edit. */
  readonly editableUntil: Date;
  /** Why this actor cannot edit it now; empty when they can. */
  readonly editReasons: readonly Reason[];
}

export interface ConsultationPage {
  readonly items: readonly ConsultationView[];
  /** To be handed in as `after` for what follows; absent at the end. */
  readonly next?: string;
}

const PAGE_SIZE = 50;

/** 相談: logged in a moment, edited for a while by whoever wrote it, afterwards only added to. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
  ) {}

  /**
   * Needs neither plan nor case. The person's only open case is linked by itself.
   * @throws NotFound (person out of sight); InvalidInput, among others `choose_case` when several cases are open
   */
  async log(actor: StaffActor, input: LogConsultation, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'consultation.log', idempotencyKey }, async (tx) => {
      const proposed = {
        jobseekerId: input.jobseekerId,
        authorId: actor.staffId,
        fields: input,
        participantIds: input.participantIds ?? [actor.staffId],
        nextActions: input.nextActions ?? [],
      };
      const supportCaseId = await checkConsultation(tx, actor.siteId, proposed);
      const id = uuid();
      await writeConsultation(tx, id, supportCaseId, proposed);
      tx.record({
        kind: 'consultation.logged',
        subject: { type: 'consultation', id },
        jobseekerId: input.jobseekerId,
        supportCaseId,
        occurredOn: input.heldOn,
        data: {
          kind: input.kind,
          channel: input.channel,
          outcomes: input.outcomes,
          nextActions: proposed.nextActions.map(({ dueOn, ownerSide }) => ({ dueOn, ownerSide })),
        },
      });
      return { id };
    });
  }

  /**
   * Replaces what the record says, within the site's time for it.
   * @throws NotFound; Blocked `only_author_edits`, `edit_window_over`; StaleEdit; InvalidInput as in {@link log}
   */
  async edit(actor: StaffActor, id: string, input: EditConsultation): Promise<void> {
    await this.work.write(actor, { purpose: 'consultation.edit' }, async (tx) => {
      const before = await this.read(tx, id);
      if (before.editReasons.length > 0) throw new Blocked(before.editReasons);
      const participantIds = input.participantIds ?? before.participants.map((member) => member.id);
      const fields = {
        ...input,
        supportCaseId: input.supportCaseId === undefined ? before.supportCaseId : input.supportCaseId,
      };
      const supportCaseId = await checkConsultation(tx, actor.siteId, {
        jobseekerId: before.jobseekerId,
        authorId: before.author.id,
        fields,
        participantIds,
        nextActions: [],
      });
      const after = {
        supportCaseId,
        deskId: input.deskId ?? null,
        heldOn: input.heldOn,
        startedAt: input.startedAt ?? null,
        minutes: input.minutes ?? null,
        kind: input.kind,
        channel: input.channel,
        byAppointment: input.byAppointment,
        outcomes: input.outcomes,
        sharedText: input.sharedText ?? '',
      };
      await tx.update(ConsultationEntity, id, input.version, after);
      await replaceParticipants(tx, before, participantIds);
      await replaceNote(tx, before, input.ownNote ?? '');
      tx.record({
        kind: 'consultation.edited',
        subject: { type: 'consultation', id },
        jobseekerId: before.jobseekerId,
        supportCaseId,
        occurredOn: input.heldOn,
        changes: differences(
          { ...before, participantIds: before.participants.map((one) => one.id).sort() },
          { ...after, ownNote: input.ownNote ?? null, participantIds: [...participantIds].sort() },
        ),
      });
    });
  }

  /** 追記: by anyone who sees the record, of either side. */
  async addAddendum(
    actor: StaffActor,
    id: string,
    input: AddAddendum,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'consultation.addendum', idempotencyKey }, async (tx) => {
      refuseInvalid(addendumProblems(input.text));
      const { jobseekerId, supportCaseId } = await this.read(tx, id);
      const addendumId = uuid();
      await tx.sql(
        'INSERT INTO consultation_addendum (id, site_id, org_id, jobseeker_id, consultation_id, text) VALUES ($1, $2, $3, $4, $5, $6)',
        [addendumId, actor.siteId, actor.organisationId, jobseekerId, id, input.text],
      );
      tx.record({
        kind: 'consultation.addendum_added',
        subject: { type: 'consultation', id },
        jobseekerId,
        supportCaseId,
      });
      return { id: addendumId };
    });
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<ReadableConsultation> {
    return this.work.read(actor, (tx) => this.read(tx, id));
  }

  /** Newest first. */
  async ofJobseeker(actor: StaffActor, jobseekerId: string, after?: string): Promise<ConsultationPage> {
    return this.page(actor, { jobseekerId }, after);
  }

  /** Newest first. */
  async ofCase(actor: StaffActor, supportCaseId: string, after?: string): Promise<ConsultationPage> {
    return this.page(actor, { supportCaseId }, after);
  }

  private async page(
    actor: StaffActor,
    scope: { jobseekerId: string } | { supportCaseId: string },
    after?: string,
  ): Promise<ConsultationPage> {
    const found = await this.work.read(actor, (tx) =>
      this.consultations.list(tx, scope, { after: CONSULTATIONS_NEWEST_FIRST.read(after)?.id, limit: PAGE_SIZE + 1 }),
    );
    const items = found.slice(0, PAGE_SIZE);
    const last = items.at(-1);
    return found.length > PAGE_SIZE && last ? { items, next: CONSULTATIONS_NEWEST_FIRST.cursorAfter(last) } : { items };
  }

  private async read(tx: Transaction<StaffActor>, id: string): Promise<ReadableConsultation> {
    const view = await this.consultations.find(tx, id);
    if (!view) throw new NotFound('consultation');
    const [site] = await tx.sql<{ minutes: number }>(
      'SELECT consultation_editable_minutes AS minutes FROM site_head WHERE id = $1',
      [tx.actor.siteId],
    );
    if (!site) throw new NotFound('site');
    const record = { authorId: view.author.id, createdAt: view.loggedAt };
    return {
      ...view,
      editableUntil: editableUntil(record.createdAt, site.minutes),
      editReasons: editReasons(record, tx.actor.staffId, tx.now, site.minutes),
    };
  }
}
