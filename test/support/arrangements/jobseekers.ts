import { SHARING_CATEGORIES } from '#domain/sharing';
import type { Answer, TestApplication } from '../application.js';

/** 見本 花子, with only what a registration needs. */
export const HANAKO = { familyName: '見本', givenName: '花子', familyKana: 'ミホン', givenKana: 'ハナコ' };

/** A person registered by someone, for specs about something else: namesakes are let through. */
export async function aJobseeker(
  t: TestApplication,
  login: string,
  overrides: object = {},
): Promise<{ id: string; number: string }> {
  return created(await (await t.as(login)).post('/jobseekers', { ...HANAKO, confirmDuplicate: true, ...overrides }));
}

/** The person agrees that the actor's organisation and the site's other one share their records, from today. */
export async function withSharingConsent(
  t: TestApplication,
  login: string,
  jobseekerId: string,
  overrides: object = {},
): Promise<{ id: string }> {
  const sharedWithOrganisationId = await otherOrganisation(t, login);
  const consent = {
    kind: 'sharing',
    purpose: '就職支援',
    categories: SHARING_CATEGORIES,
    method: 'signed',
    givenOn: t.clock.today(),
    sharedWithOrganisationId,
  };
  return created(await (await t.as(login)).post(`/jobseekers/${jobseekerId}/consents`, { ...consent, ...overrides }));
}

/** The person agrees to take part in the support, from today. */
export async function withParticipationConsent(
  t: TestApplication,
  login: string,
  jobseekerId: string,
  overrides: object = {},
): Promise<{ id: string }> {
  const consent = { kind: 'participation', purpose: '就職支援への参加', method: 'signed', givenOn: t.clock.today() };
  return created(await (await t.as(login)).post(`/jobseekers/${jobseekerId}/consents`, { ...consent, ...overrides }));
}

/** The person takes the consent to share back, today. */
export async function withdrawSharing(t: TestApplication, login: string, jobseekerId: string): Promise<void> {
  const user = await t.as(login);
  const { items } = (await user.get(`/jobseekers/${jobseekerId}/consents`)).body;
  const sharing = items.find(({ kind }: { kind: string }) => kind === 'sharing');
  const withdrawal = { withdrawnOn: t.clock.today(), reason: '本人の申出', version: sharing.version };
  const { status, body } = await user.post(`/consents/${sharing.id}/withdrawal`, withdrawal);
  if (status >= 300) throw new Error(`not withdrawn: ${JSON.stringify(body)}`);
}

/** Id of the organisation of the other side at the site of a login. */
export async function otherOrganisation(t: TestApplication, login: string): Promise<number> {
  const [row] = await t.owner.query(
    `SELECT so.organisation_id AS id FROM staff s JOIN staff_site ss ON ss.staff_id = s.id JOIN site_organisation so ON so.site_id = ss.site_id
     WHERE s.login = $1 AND so.organisation_id <> s.organisation_id`,
    [login],
  );
  return row.id;
}

function created({ status, body }: Answer): { id: string; number: string } {
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body;
}
