import type { Answer, TestApplication } from '../application.js';
import { aJobseeker, withParticipationConsent, withSharingConsent } from './jobseekers.js';

export interface CaseArrangement {
  /** Default: a person registered by the same login. */
  readonly jobseekerId?: string;
  /** Code of a programme of the login's site. Default: `livelihood`, whose road leaves no step out; `walk-in` leaves out most. */
  readonly programme?: string;
  readonly openedOn?: string;
  readonly role?: string;
  readonly teamSupport?: boolean;
  readonly deskId?: number;
}

export interface ArrangedCase {
  readonly caseId: string;
  readonly jobseekerId: string;
}

/** What opening a case takes, today unless said otherwise. */
export async function caseBody(
  t: TestApplication,
  login: string,
  said: CaseArrangement & { readonly jobseekerId: string },
): Promise<object> {
  const { programme = 'livelihood', ...rest } = said;
  return { openedOn: t.clock.today(), role: '主担当', programmeId: await programmeIdOf(t, login, programme), ...rest };
}

/** A case in 相談受付, opened by `login`. */
export async function aCase(t: TestApplication, login: string, said: CaseArrangement = {}): Promise<ArrangedCase> {
  const jobseekerId = said.jobseekerId ?? (await aJobseeker(t, login)).id;
  const { id } = done(
    await (await t.as(login)).post('/cases', await caseBody(t, login, { ...said, jobseekerId })),
  ).body;
  return { caseId: id, jobseekerId };
}

/** A case opened by the caseworker whose person agreed to take part and to share: both sides see it. */
export async function aCaseWithConsents(t: TestApplication, said: CaseArrangement = {}): Promise<ArrangedCase> {
  const arranged = await aCase(t, 'caseworker', said);
  await withParticipationConsent(t, 'caseworker', arranged.jobseekerId);
  await withSharingConsent(t, 'caseworker', arranged.jobseekerId);
  return arranged;
}

/** A case in 同意: consents on record, support may be requested. */
export async function aConsentedCase(t: TestApplication, said: CaseArrangement = {}): Promise<ArrangedCase> {
  const arranged = await aCaseWithConsents(t, said);
  if (said.programme === undefined || said.programme === 'livelihood')
    await takeStep(t, 'caseworker', arranged.caseId, 'pick_candidate');
  await takeStep(t, 'caseworker', arranged.caseId, 'record_consent');
  return arranged;
}

/** A case in 支援要請 that waits for the Hello Work's answer. */
export async function aRequestedCase(
  t: TestApplication,
  said: CaseArrangement = {},
): Promise<ArrangedCase & { readonly requestId: string }> {
  const arranged = await aConsentedCase(t, said);
  const { caseId } = arranged;
  const request = {
    requestedOn: t.clock.today(),
    wanted: '職業相談と求人の紹介をお願いします。',
    version: await caseVersion(t, caseId),
  };
  const { id } = done(await (await t.as('caseworker')).post(`/cases/${caseId}/requests`, request)).body;
  return { ...arranged, requestId: id };
}

/** A case whose request the navigator accepted: both sides go on together. */
export async function aSharedCase(
  t: TestApplication,
  said: CaseArrangement = {},
): Promise<ArrangedCase & { readonly requestId: string }> {
  const arranged = await aRequestedCase(t, said);
  done(
    await (
      await t.as('navigator')
    ).post(`/requests/${arranged.requestId}/acceptance`, { decidedOn: t.clock.today(), version: 1 }),
  );
  return arranged;
}

/** `login` takes a step on the case, today unless said otherwise. Answers the state it led to. */
export async function takeStep(
  t: TestApplication,
  login: string,
  caseId: string,
  action: string,
  more: object = {},
): Promise<string> {
  const step = { action, on: t.clock.today(), version: await caseVersion(t, caseId), ...more };
  return done(await (await t.as(login)).post(`/cases/${caseId}/transitions`, step)).body.status;
}

/** The individual interview or the case conference was held, today unless said otherwise. Answers the state it led to. */
export async function aMeeting(
  t: TestApplication,
  login: string,
  caseId: string,
  kind: 'interview' | 'conference',
  heldOn = t.clock.today(),
): Promise<string> {
  return done(
    await (
      await t.as(login)
    ).post(`/cases/${caseId}/meetings`, { kind, heldOn, version: await caseVersion(t, caseId) }),
  ).body.status;
}

/** The version of a case as stored, which the next edit has to name. */
export async function caseVersion(t: TestApplication, caseId: string): Promise<number> {
  const [row]: { version: number }[] = await t.owner.query('SELECT version FROM support_case WHERE id = $1', [caseId]);
  if (!row) throw new Error(`no case ${caseId}`);
  return row.version;
}

/** Id of a programme at the site of a login. */
export async function programmeIdOf(t: TestApplication, login: string, code: string): Promise<number> {
  const [row]: { id: number }[] = await t.owner.query(
    'SELECT p.id FROM programme p JOIN staff_site ss ON ss.site_id = p.site_id JOIN staff s ON s.id = ss.staff_id WHERE s.login = $1 AND p.code = $2',
    [login, code],
  );
  if (!row) throw new Error(`no programme ${code} where ${login} works`);
  return row.id;
}

function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
