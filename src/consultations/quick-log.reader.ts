import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import type { ConsultationChannel, ConsultationKind } from '#domain/consultation';
import type { AgeBand } from '#domain/jobseeker';
import type { CaseStatus } from '#domain/support-case';
import type { IsoDate } from '#kernel';
import { noteOpening } from '../jobseekers/index.js';
import { type Site, SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type NextActionLine, NEXT_ACTION_JSON } from './next-actions/next-action-line.js';

/** Somebody who can take part or be given something to do. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  /** 職名. */
  readonly title: string;
}

/** The person a consultation is logged for, with what one wants to know before writing. */
export interface ChosenPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: IsoDate | null;
  readonly ageBand: AgeBand | null;
  readonly openCases: readonly {
    readonly id: string;
    readonly number: string;
    readonly programme: string;
    readonly status: CaseStatus;
  }[];
  /** Staff assigned today, by case. */
  readonly team: readonly { readonly supportCaseId: string; readonly staffId: string }[];
  /** Staff whose organisation is not shown what is written about the person: nothing is promised in their name. */
  readonly outOfSight: readonly string[];
  readonly lastConsultation: {
    readonly id: string;
    readonly heldOn: IsoDate;
    readonly kind: ConsultationKind;
    readonly authorName: string;
    readonly authorSide: Side;
  } | null;
  /** Promised and still open, the earliest first. */
  readonly openActions: readonly NextActionLine[];
}

export interface LoggedToday {
  readonly id: string;
  readonly startedAt: string | null;
  readonly jobseekerName: string;
  readonly jobseekerId: string;
  readonly kind: ConsultationKind;
  readonly channel: ConsultationChannel;
}

export interface QuickLogChoices {
  readonly desks: Site['desks'];
  readonly colleagues: readonly Colleague[];
  /** What I did last: the next one is most likely the same. */
  readonly last: {
    readonly deskId: number | null;
    readonly channel: ConsultationChannel;
    readonly kind: ConsultationKind;
  } | null;
  /** Mine of the day, newest first. */
  readonly logged: readonly LoggedToday[];
}

/** Everything the quick log is filled with before a key is pressed. */
@Injectable()
export class QuickLogReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
  ) {}

  /** @param day whose records are listed below the form */
  async choices(actor: StaffActor, day: IsoDate): Promise<QuickLogChoices> {
    return this.work.read(actor, (tx) => this.readChoices(tx, day));
  }

  /**
   * With the person, by themselves or by a case of theirs; undefined when the actor sees neither.
   * @param day whose records are listed below the form
   */
  async choicesAndPerson(
    actor: StaffActor,
    day: IsoDate,
    {
      jobseekerId,
      supportCaseId,
    }: { readonly jobseekerId?: string | undefined; readonly supportCaseId?: string | undefined },
  ): Promise<[QuickLogChoices, ChosenPerson | undefined]> {
    return this.work.read(actor, async (tx) => {
      const isNamed = jobseekerId !== undefined || supportCaseId !== undefined;
      const person = isNamed ? await this.readPerson(tx, jobseekerId ?? null, supportCaseId ?? null) : undefined;
      return [await this.readChoices(tx, day), person];
    });
  }

  private async readChoices(tx: Transaction<StaffActor>, day: IsoDate): Promise<QuickLogChoices> {
    const { desks } = await this.sites.current(tx);
    const { siteId, staffId } = tx.actor;
    const [row] = await tx.sql<Omit<QuickLogChoices, 'desks'>>(SELECT_CHOICES, [siteId, staffId, day]);
    return {
      desks: desks.filter(({ closedOn }) => closedOn === null || closedOn > tx.today),
      colleagues: row?.colleagues ?? [],
      last: row?.last ?? null,
      logged: row?.logged ?? [],
    };
  }

  private async readPerson(
    tx: Transaction,
    jobseekerId: string | null,
    supportCaseId: string | null,
  ): Promise<ChosenPerson | undefined> {
    const [found] = await tx.sql<ChosenPerson & { readonly protectedUntil: IsoDate | null }>(SELECT_PERSON, [
      jobseekerId,
      supportCaseId,
      tx.today,
    ]);
    if (!found) return undefined;
    const { protectedUntil, ...person } = found;
    noteOpening(tx, { id: person.id, protectedUntil });
    return person;
  }
}

const SELECT_CHOICES = `
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.staff_id, 'name', s.name, 'side', o.side, 'title', s.title)
      ORDER BY o.side, s.name_kana, s.staff_id), '[]')
     FROM staff_at_work s JOIN organisation_name o ON o.id = s.organisation_id WHERE s.site_id = $1 AND s.role IN ('case_staff', 'supervisor')) AS colleagues,
    (SELECT jsonb_build_object('deskId', k.desk_id, 'channel', k.channel, 'kind', k.kind)
     FROM consultation k WHERE k.author_id = $2 AND k.site_id = $1 ORDER BY k.held_on DESC, k.id DESC LIMIT 1) AS last,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'startedAt', to_char(k.started_at, 'HH24:MI'), 'jobseekerId', j.id,
       'jobseekerName', j.name, 'kind', k.kind, 'channel', k.channel) ORDER BY k.id DESC), '[]')
     FROM consultation k JOIN jobseeker_head j ON j.id = k.jobseeker_id WHERE k.author_id = $2 AND k.site_id = $1 AND k.held_on = $3) AS logged`;

// CASE and not coalesce: only the former may find a row by its index before the policies are asked.
const SELECT_PERSON = `
  SELECT j.protected_until AS "protectedUntil", j.id, j.number, j.name, j.kana,
    j.birth_date AS "birthDate", j.age_band AS "ageBand",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'programme', p.name, 'status', c.status) ORDER BY c.opened_on DESC), '[]')
     FROM case_head c JOIN programme_name p ON p.id = c.programme_id WHERE c.jobseeker_id = j.id AND c.status <> 'closed') AS "openCases",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('supportCaseId', a.support_case_id, 'staffId', a.staff_id)), '[]')
     FROM case_team a WHERE a.jobseeker_id = j.id AND a.starts_on <= $3 AND (a.ends_on IS NULL OR a.ends_on > $3)) AS team,
    (SELECT coalesce(jsonb_agg(w.staff_id), '[]') FROM staff_at_work w WHERE w.site_id = j.site_id AND w.organisation_id IN (
       SELECT o.organisation_id FROM organisation_of_site o WHERE o.site_id = j.site_id AND NOT app_gives(j.id, o.organisation_id, 'consultations'))
    ) AS "outOfSight",
    (SELECT jsonb_build_object('id', k.id, 'heldOn', k.held_on, 'kind', k.kind, 'authorName', s.name, 'authorSide', s.side)
     FROM consultation k JOIN staff_head s ON s.id = k.author_id
     WHERE k.jobseeker_id = j.id ORDER BY k.held_on DESC, k.id DESC LIMIT 1) AS "lastConsultation",
    (SELECT coalesce(jsonb_agg(${NEXT_ACTION_JSON} ORDER BY x.due_on, x.id), '[]')
     FROM next_action x LEFT JOIN staff_head xs ON xs.id = x.owner_staff_id
       WHERE x.jobseeker_id = j.id AND x.state = 'open' AND x.id IN (SELECT w.id FROM next_action_to_do w WHERE w.jobseeker_id = j.id)) AS "openActions"
  FROM jobseeker_head j
  WHERE j.id = CASE WHEN $1::uuid IS NULL THEN (SELECT c.jobseeker_id FROM case_head c WHERE c.id = $2::uuid) ELSE $1::uuid END`;
