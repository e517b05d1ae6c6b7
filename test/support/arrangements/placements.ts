import type { Answer, TestApplication } from '../application.js';
import { aJobseeker, withParticipationConsent, withSharingConsent } from './jobseekers.js';

let made = 0;

/** An employer of 見本市 that either side has registered. */
export async function anEmployer(t: TestApplication, overrides: object = {}): Promise<string> {
  made += 1;
  const employer = { name: `見本商店${made}`, nameKana: `ミホンショウテン${'ア'.repeat(made)}` };
  return created(await (await t.as('navigator')).post('/employers', { ...employer, ...overrides }));
}

/** A job order of an employer. */
export async function aJobOrder(t: TestApplication, employerId: string, overrides: object = {}): Promise<string> {
  const order = { title: '販売員', positions: 1, employmentType: 'part_time', receivedOn: t.clock.today() };
  return created(
    await (await t.as('navigator')).post(`/employers/${employerId}/job-orders`, { ...order, ...overrides }),
  );
}

export interface CaseInSupport {
  readonly caseId: string;
  readonly jobseekerId: string;
}

/**
 * A case in support (支援中) since 1 June 2026, opened by the city, shared with the Hello Work, the person registered
 * there. How a case gets so far is told by the specs of the support case.
 */
export async function aCaseInSupport(t: TestApplication, person: object = {}): Promise<CaseInSupport> {
  const { id: jobseekerId } = await aJobseeker(t, 'caseworker', person);
  await withParticipationConsent(t, 'caseworker', jobseekerId, { givenOn: '2026-06-01' });
  await withSharingConsent(t, 'caseworker', jobseekerId, { givenOn: '2026-06-01' });
  const [programme]: { id: number }[] = await t.owner.query(
    `SELECT p.id FROM programme p JOIN site s ON s.id = p.site_id WHERE s.code = 'mihon' AND p.code = 'walk-in'`,
  );
  const opened = { jobseekerId, programmeId: programme?.id, openedOn: '2026-06-01', role: '主担当' };
  const caseId = created(await (await t.as('caseworker')).post('/cases', opened));
  await t.owner.query(`UPDATE support_case SET status = 'active', status_since = '2026-06-01' WHERE id = $1`, [caseId]);
  await t.owner.query(
    `UPDATE jobseeker_identity i SET hello_work_number = '00000-00000001', hello_work_registered_on = '2026-06-01' FROM organisation o
      WHERE i.jobseeker_id = $1 AND o.id = i.org_id AND o.side = 'national'`,
    [jobseekerId],
  );
  return { caseId, jobseekerId };
}

export interface ReferralArrangement extends CaseInSupport {
  readonly employerId?: string;
  readonly jobOrderId?: string;
  /** How far up the ladder. Default: only asked. */
  readonly letter?: boolean;
  readonly interview?: boolean;
  readonly outcome?: string;
  readonly reasonCode?: string;
  readonly reasonNote?: string;
}

/** The navigator asked an employer on 2 June 2026 and went on from there, a day a step. */
export async function aReferral(
  t: TestApplication,
  said: ReferralArrangement,
): Promise<{ id: string; version: number; employerId: string; attemptNo: number }> {
  const navigator = await t.as('navigator');
  const employerId = said.employerId ?? (await anEmployer(t));
  const asked = await navigator.post(`/cases/${said.caseId}/referrals`, {
    employerId,
    jobOrderId: said.jobOrderId,
    askedOn: '2026-06-02',
  });
  const id = created(asked);
  let version = 1;
  const step = async (name: string, body: object): Promise<void> => {
    version = done(await navigator.post(`/referrals/${id}/${name}`, { ...body, version })).body.version;
  };
  if (said.letter || said.interview) await step('letter', { letterIssuedOn: '2026-06-03' });
  if (said.interview) await step('interview', { interviewOn: '2026-06-04' });
  if (said.outcome)
    await step('outcome', {
      outcome: said.outcome,
      outcomeOn: '2026-06-05',
      reasonCode: said.reasonCode,
      reasonNote: said.reasonNote,
    });
  return { id, version, employerId, attemptNo: asked.body.attemptNo };
}

/** A referral that ended in a hire. */
export async function aHire(
  t: TestApplication,
  said: ReferralArrangement,
): Promise<{ id: string; version: number; employerId: string; attemptNo: number }> {
  return aReferral(t, { ...said, letter: true, interview: true, outcome: 'hired' });
}

/** What is typed for a placement, all but its route and where it came from. */
export const A_JOB = {
  occupation: '販売員',
  workplaceName: '見本商店',
  decidedOn: '2026-06-06',
  startsOn: '2026-06-08',
  employmentType: 'part_time',
  weeklyHours: 30,
  weeklyDays: 5,
};

/** A placement: 紹介就職 by the navigator of a hired referral, unless another route is named. */
export async function aPlacement(
  t: TestApplication,
  said: CaseInSupport & { login?: string; route?: string; decidedOn?: string; startsOn?: string },
): Promise<string> {
  const { caseId, jobseekerId, login = 'navigator', route = 'hello_work_referral', ...overrides } = said;
  const source = route === 'hello_work_referral' ? { referralId: (await aHire(t, { caseId, jobseekerId })).id } : {};
  return created(
    await (await t.as(login)).post(`/cases/${caseId}/placements`, { ...A_JOB, ...source, route, ...overrides }),
  );
}

/** The status of a case as stored. */
export async function statusOf(t: TestApplication, caseId: string): Promise<string> {
  const [row]: { status: string }[] = await t.owner.query('SELECT status FROM support_case WHERE id = $1', [caseId]);
  return row?.status ?? '';
}

/** Puts a case into a state as if its road had led there. */
export async function standsAt(t: TestApplication, caseId: string, status: string): Promise<void> {
  await t.owner.query(
    `UPDATE support_case SET status = $2, review_on = CASE WHEN $2 = 'suspended' THEN date '2026-07-01' END,
       suspended_from = CASE WHEN $2 = 'suspended' THEN 'active' END,
       closed_on = CASE WHEN $2 = 'closed' THEN date '2026-06-10' END, close_reason = CASE WHEN $2 = 'closed' THEN 'own_wish' END
     WHERE id = $1`,
    [caseId, status],
  );
}

/** 離職 of a placement, on 9 June 2026 unless another day is named. */
export async function aLeaving(t: TestApplication, placementId: string, leftOn = '2026-06-09'): Promise<void> {
  const [row]: { version: number }[] = await t.owner.query('SELECT version FROM placement WHERE id = $1', [
    placementId,
  ]);
  const left = { leftOn, reasonCode: 'health', version: row?.version };
  done(await (await t.as('caseworker')).post(`/placements/${placementId}/leaving`, left));
}

/** What stands on the timeline of a case, in the order it was written. */
export async function timelineOf(t: TestApplication, caseId: string): Promise<string[]> {
  const rows: { kind: string }[] = await t.owner.query(
    'SELECT kind FROM timeline_entry WHERE support_case_id = $1 ORDER BY id',
    [caseId],
  );
  return rows.map(({ kind }) => kind);
}

function created({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
