import type { DataSource } from 'typeorm';
import { fiscalYearOf, type IsoDate, monthOf } from '#kernel';
import type { PopulatedSite } from '../support/arrangements/populated-site.js';

/** The person whose way has a record of nearly every kind: eleven referrals, one placement. */
const HERO = `(SELECT DISTINCT jobseeker_id FROM jobseeker_identity WHERE family_name = '見本' AND given_name = '十一')`;

/** Where each kind of record is found in the demonstration. */
const QUERIES: Readonly<Record<Exclude<keyof PopulatedSite, 'month' | 'fiscalYear'>, string>> = {
  person: `SELECT ${HERO} AS id`,
  group: `SELECT id FROM group_membership WHERE jobseeker_id = ${HERO}`,
  benefit: `SELECT id FROM benefit ORDER BY jobseeker_id = ${HERO} DESC`,
  consent: `SELECT id FROM consent WHERE jobseeker_id = ${HERO} AND withdrawn_on IS NULL`,
  case: `SELECT id FROM support_case WHERE jobseeker_id = ${HERO}`,
  newcomer: `SELECT id FROM jobseeker j WHERE NOT EXISTS (SELECT FROM support_case c WHERE c.jobseeker_id = j.id) AND protected_until IS NULL
    AND org_id = (SELECT org_id FROM jobseeker WHERE id = ${HERO})`,
  consentedCase: `SELECT id FROM support_case ORDER BY status = 'consented' DESC, status = 'candidate' DESC`,
  request: `SELECT id FROM support_request ORDER BY status = 'requested' DESC`,
  planStep: `SELECT id FROM plan_step WHERE jobseeker_id = ${HERO}`,
  planReview: `SELECT id FROM plan_review ORDER BY jobseeker_id = ${HERO} DESC`,
  consultation: `SELECT id FROM consultation WHERE jobseeker_id = ${HERO} ORDER BY held_on DESC`,
  employer: `SELECT employer_id AS id FROM referral WHERE jobseeker_id = ${HERO} ORDER BY asked_on DESC`,
  jobOrder: `SELECT id FROM job_order`,
  referral: `SELECT id FROM referral WHERE jobseeker_id = ${HERO} ORDER BY asked_on DESC`,
  negotiation: `SELECT id FROM condition_negotiation`,
  offer: `SELECT id FROM offer ORDER BY jobseeker_id = ${HERO} DESC`,
  placement: `SELECT id FROM placement WHERE jobseeker_id = ${HERO}`,
  report: `SELECT id FROM monthly_report ORDER BY month DESC`,
  desk: `SELECT id FROM desk`,
  staff: `SELECT id FROM staff WHERE login = 'caseworker2'`,
};

/** What stands for each kind of record; '' where the demonstration holds none. */
export async function demonstrationIds(owner: DataSource, today: IsoDate): Promise<PopulatedSite> {
  const ids: Record<string, string> = { month: monthOf(today), fiscalYear: String(fiscalYearOf(today)) };
  for (const [name, query] of Object.entries(QUERIES)) {
    const [row]: { id: string | number | null }[] = await owner.query(`${query} LIMIT 1`);
    ids[name] = String(row?.id ?? '');
  }
  return ids as PopulatedSite;
}
