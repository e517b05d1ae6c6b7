import type { Side } from '#access';
import { type FieldError, type IsoDate, NotFound, refuseInvalid } from '#kernel';
import { consultationProblems } from '#domain/consultation';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { ConsultationFields } from './dto/consultation-fields.dto.js';
import type { NewNextAction } from './dto/log-consultation.dto.js';

/** A record as it is about to be written. */
export interface ProposedConsultation {
  readonly jobseekerId: string;
  readonly authorId: string;
  readonly fields: ConsultationFields;
  readonly participantIds: readonly string[];
  readonly nextActions: readonly NewNextAction[];
}

interface ConsultationRecords {
  readonly opened_on: IsoDate;
  readonly desk_known: boolean;
  readonly person_seen: boolean;
  /** Open cases of the person, and the named one even if closed. */
  readonly cases: readonly { readonly id: string }[];
  /** The named staff, as far as they work at this site. */
  readonly staff: readonly {
    readonly id: string;
    readonly side: Side;
    readonly on_day: boolean;
    readonly today: boolean;
    /** Whether their organisation is shown what is written here. */
    readonly sees: boolean;
  }[];
}

/**
 * Asks the rules about a record, after one query for all that they need to know.
 * @returns the case the record belongs to: the named one, or the only open one; null when there is none
 * @throws NotFound when the actor does not see the person; InvalidInput with every problem found
 */
export async function checkConsultation(
  tx: Transaction,
  siteId: number,
  proposed: ProposedConsultation,
): Promise<string | null> {
  const around = await readRecords(tx, siteId, proposed);
  if (!around?.person_seen) throw new NotFound('jobseeker');
  const { fields, authorId, participantIds, nextActions } = proposed;
  const draft = {
    heldOn: fields.heldOn,
    minutes: fields.minutes ?? null,
    kind: fields.kind,
    channel: fields.channel,
    outcomes: fields.outcomes,
    sharedText: fields.sharedText ?? '',
    ownNote: fields.ownNote ?? null,
    participantIds,
    nextActions: nextActions.map(({ title, dueOn, ownerSide, ownerStaffId }) => ({
      title,
      dueOn,
      ownerSide,
      ownerStaffId: ownerStaffId ?? null,
    })),
  };
  refuseInvalid([
    ...consultationProblems(draft, { today: tx.today, siteOpenedOn: around.opened_on, authorId }),
    ...(around.desk_known ? [] : [{ field: 'deskId', code: 'not_one_of' }]),
    ...staffProblems(proposed, around),
    ...caseProblems(fields.supportCaseId, around),
  ]);
  return fields.supportCaseId === undefined ? (around.cases[0]?.id ?? null) : fields.supportCaseId;
}

function staffProblems(
  { participantIds, authorId, nextActions }: ProposedConsultation,
  { staff }: ConsultationRecords,
): FieldError[] {
  const tookPart = (id: string): boolean =>
    id === authorId || staff.some((member) => member.id === id && member.on_day);
  const owners = nextActions.flatMap(({ ownerStaffId, ownerSide }, index): FieldError[] => {
    if (ownerStaffId === undefined || ownerSide === 'jobseeker') return [];
    const field = `nextActions.${index}.ownerStaffId`;
    const owner = staff.find(({ id, today }) => id === ownerStaffId && today);
    if (!owner) return [{ field, code: 'not_one_of' }];
    if (owner.side !== ownerSide) return [{ field, code: 'owner_of_other_side' }];
    return owner.sees ? [] : [{ field, code: 'owner_may_not_see' }];
  });
  return [...(participantIds.every(tookPart) ? [] : [{ field: 'participantIds', code: 'not_one_of' }]), ...owners];
}

function caseProblems(named: string | null | undefined, { cases }: ConsultationRecords): FieldError[] {
  if (named === null) return [];
  if (named === undefined) return cases.length > 1 ? [{ field: 'supportCaseId', code: 'choose_case' }] : [];
  return cases.some(({ id }) => id === named) ? [] : [{ field: 'supportCaseId', code: 'not_one_of' }];
}

async function readRecords(
  tx: Transaction,
  siteId: number,
  { jobseekerId, fields, participantIds, nextActions }: ProposedConsultation,
): Promise<ConsultationRecords | undefined> {
  const staffIds = [...new Set([...participantIds, ...nextActions.flatMap(({ ownerStaffId }) => ownerStaffId ?? [])])];
  const [row] = await tx.sql<ConsultationRecords>(
    `SELECT s.opened_on,
       $3::int IS NULL OR EXISTS (SELECT 1 FROM desk_name d WHERE d.id = $3 AND d.site_id = s.id) AS desk_known,
       EXISTS (SELECT 1 FROM jobseeker_head j WHERE j.id = $2) AS person_seen,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id)), '[]') FROM case_head c
        WHERE c.jobseeker_id = $2 AND (c.status <> 'closed' OR c.id = $4::uuid)) AS cases,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'side', m.side, 'sees', app_gives($2, m.organisation_id, 'consultations'),
            'on_day', h.starts_on <= $6::date AND (h.ends_on IS NULL OR h.ends_on > $6::date),
            'today', h.starts_on <= $7::date AND (h.ends_on IS NULL OR h.ends_on > $7::date))), '[]')
        FROM staff_at_site h JOIN staff_head m ON m.id = h.staff_id
        WHERE h.site_id = s.id AND h.staff_id = ANY ($5::uuid[])) AS staff
     FROM site_head s WHERE s.id = $1`,
    [siteId, jobseekerId, fields.deskId ?? null, fields.supportCaseId ?? null, staffIds, fields.heldOn, tx.today],
  );
  return row;
}
