import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { withdrawSharing } from '../../support/arrangements/jobseekers.js';
import { aPlacement, aReferral, aCaseInSupport, type CaseInSupport } from '../../support/arrangements/placements.js';
import { PageUser } from '../../support/pages.js';

/** Once the consent to share is withdrawn the Hello Work keeps what it wrote itself and the frame of the case, and nothing of what the city wrote. */
describe('records of a case that is no longer shared', () => {
  let t: TestApplication;
  let navigator: PageUser;
  let caseworker: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    navigator = await PageUser.signedIn(t, 'navigator');
    caseworker = await PageUser.signedIn(t, 'caseworker');
  });
  afterAll(() => t.close());

  /** Somebody referred, offered a job and placed, another referral under way; `own` is where the Hello Work reads that. */
  async function aPlacedPerson(
    person: object,
  ): Promise<CaseInSupport & { readonly own: readonly string[]; readonly number: string }> {
    const supported = await aCaseInSupport(t, person);
    const declined = await aReferral(t, { ...supported, letter: true, interview: true });
    const asked = await aReferral(t, supported);
    const offered = await (
      await t.as('navigator')
    ).post(`/referrals/${declined.id}/offer`, {
      receivedOn: '2026-06-05',
      conditions: '週30時間',
      version: declined.version,
    });
    expect(offered.status).toBe(200);
    const [offer] = await t.owner.query('SELECT id FROM offer WHERE referral_id = $1', [declined.id]);
    const answer = {
      answer: 'declined',
      decidedOn: '2026-06-05',
      reasonCode: 'commute',
      reasonNote: '始発でも間に合わない',
      version: 1,
    };
    expect((await (await t.as('navigator')).post(`/offers/${offer.id}/answer`, answer)).status).toBe(200);
    const placement = await aPlacement(t, supported);
    const [{ number }] = await t.owner.query('SELECT number FROM support_case WHERE id = $1', [supported.caseId]);
    return {
      ...supported,
      number,
      own: [`/referrals/${declined.id}`, `/offers/${offer.id}`, `/placements/${placement}`, `/referrals/${asked.id}`],
    };
  }

  const register = async (jobseekerId: string): Promise<void> => {
    const registration = { helloWorkNumber: '13010-00000001', helloWorkRegisteredOn: '2026-06-01' };
    expect(
      (await (await t.as('navigator')).put(`/jobseekers/${jobseekerId}/hello-work-registration`, registration)).status,
    ).toBeLessThan(300);
  };

  // As where a category is shared and the plan is not: a record in sight of a case that is not.
  describe('for who does not see the case', () => {
    let person: Awaited<ReturnType<typeof aPlacedPerson>>;
    beforeAll(async () => {
      person = await aPlacedPerson({
        familyName: '例示',
        givenName: '夏子',
        familyKana: 'レイジ',
        givenKana: 'ナツコ',
      });
      await register(person.jobseekerId);
      expect((await navigator.get(`/jobseekers/${person.jobseekerId}`)).html).not.toContain('自機関の紹介・採用・就職');
      await withdrawSharing(t, 'caseworker', person.jobseekerId);
      await t.owner.query('DELETE FROM kept_record WHERE jobseeker_id = $1', [person.jobseekerId]);
    });

    it('are found on the page of the person, who has no case there any more', async () => {
      expect((await navigator.get(`/cases/${person.caseId}`)).status).toBe(404);
      const { html } = await navigator.get(`/jobseekers/${person.jobseekerId}`);
      const panel = /<section[^>]*id="own-records"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
      for (const page of person.own) expect(panel).toContain(`href="${page}"`);
      expect(html).toContain('表示できる支援期間はありません。');
      expect(html).not.toContain(person.number);
    });

    it('are read under the head of the person, without the case and without a form', async () => {
      for (const page of person.own) {
        const { status, html } = await navigator.get(page);
        expect([page, status]).toEqual([page, 200]);
        expect(html).toContain('例示 夏子さん');
        expect(html).toContain('自機関の記録だけを表示しています');
        for (const hidden of [person.number, person.caseId, `action="${page}`]) expect(html).not.toContain(hidden);
      }
    });

    it('tell what was offered and why it was declined', async () => {
      const { html } = await navigator.get(person.own[1] ?? '');
      for (const told of ['週30時間', '始発でも間に合わない']) expect(html).toContain(told);
      expect((await navigator.get(person.own[0] ?? '')).html).toContain(`href="${person.own[1]}"`);
    });

    it('are out of the sight of the city, which keeps the case', async () => {
      expect((await caseworker.get(`/cases/${person.caseId}/referrals`)).status).toBe(200);
      for (const page of person.own) expect([page, (await caseworker.get(page)).status]).toEqual([page, 404]);
    });

    it('leave out what the city wrote', async () => {
      const other = await aCaseInSupport(t);
      await register(other.jobseekerId);
      const placement = await aPlacement(t, { ...other, login: 'caseworker', route: 'self_found' });
      await withdrawSharing(t, 'caseworker', other.jobseekerId);
      expect((await navigator.get(`/jobseekers/${other.jobseekerId}`)).html).not.toContain('自機関の紹介・採用・就職');
      expect((await navigator.get(`/placements/${placement}`)).status).toBe(404);
    });
  });

  it('stay with whoever wrote them, in the frame of the case', async () => {
    const person = await aPlacedPerson({
      familyName: '例示',
      givenName: '秋子',
      familyKana: 'レイジ',
      givenKana: 'アキコ',
    });
    await aConsultation(t, 'caseworker', {
      jobseekerId: person.jobseekerId,
      supportCaseId: person.caseId,
      sharedText: '市だけの相談',
    });
    await withdrawSharing(t, 'caseworker', person.jobseekerId);
    for (const page of [
      `/jobseekers/${person.jobseekerId}`,
      `/cases/${person.caseId}`,
      `/cases/${person.caseId}/referrals`,
      `/cases/${person.caseId}/plan`,
      `/cases/${person.caseId}/team`,
      `/cases/${person.caseId}/consultations`,
      ...person.own,
    ]) {
      const { status, html } = await navigator.get(page);
      expect([page, status]).toEqual([page, 200]);
      expect(html).toContain('例示 秋子');
      expect(html).not.toContain('市だけの相談');
    }
  });
});
