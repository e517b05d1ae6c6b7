import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, A_JOB, aCaseInSupport, aHire, aReferral } from '../../support/arrangements/placements.js';

/** Ten referrals fail, the eleventh succeeds. */
describe('eleven referrals of one person', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    await aReferral(t, { ...of, outcome: 'refused_before_application' });
    for (let failed = 0; failed < 10; failed += 1)
      await aReferral(t, { ...of, letter: true, outcome: 'document_failed' });
    const { id: referralId } = await aHire(t, of);
    await (
      await t.as('navigator')
    ).post(`/cases/${of.caseId}/placements`, { ...A_JOB, route: 'hello_work_referral', referralId });
  });
  afterAll(() => t.close());

  const counted = async (fact: string) =>
    (
      await t.owner.query(
        `SELECT count(*)::int AS facts, count(DISTINCT jobseeker_id)::int AS persons FROM ${fact} WHERE case_id = $1 AND withdrawn_on IS NULL`,
        [of.caseId],
      )
    )[0];

  it('count as 11 referrals of 1 person; an employer who refused before any letter is none', async () => {
    expect(await counted('fact_referral')).toEqual({ facts: 11, persons: 1 });
  });

  it('count as 1 placement of 1 person', async () => {
    expect(await counted('fact_placement')).toEqual({ facts: 1, persons: 1 });
  });

  it('are twelve attempts on the ladder, read by both sides', async () => {
    const { body } = await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`);
    expect(body.referrals.map(({ attemptNo }: { attemptNo: number }) => attemptNo)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(body.referrals.at(-1)).toMatchObject({ outcome: 'hired' });
  });
});
