import type { TestApplication } from '../application.js';

/** A record in hiding opened by somebody until the end of the day, without being told to anybody. @returns its id */
export async function aBrokenGlass(t: TestApplication, jobseekerId: string, login: string): Promise<string> {
  const [row]: { id: string }[] = await t.owner.query(
    `INSERT INTO broken_glass (id, site_id, org_id, jobseeker_id, number, protector_org, staff_id, reason, opened_at, until)
     SELECT gen_random_uuid(), j.site_id, s.organisation_id, j.id, j.number, j.org_id, s.id, '急病', $3::timestamptz, $3::timestamptz + interval '1 hour'
     FROM jobseeker j, staff s WHERE j.id = $1 AND s.login = $2 RETURNING id`,
    [jobseekerId, login, t.clock.now()],
  );
  return row?.id ?? '';
}

/** The supervisor asks for the end of a protection. */
export async function anAskedLift(t: TestApplication, jobseekerId: string): Promise<void> {
  await t.owner.query(
    `INSERT INTO protection_lift (id, site_id, org_id, jobseeker_id, reason, requested_at, requested_by)
     SELECT gen_random_uuid(), j.site_id, s.organisation_id, j.id, '転居', now(), s.id FROM jobseeker j, staff s WHERE j.id = $1 AND s.login = 'city-supervisor'`,
    [jobseekerId],
  );
}
