import { SHARING_CATEGORIES } from '#domain/sharing';
import { SPEC_DAY, startApplication, type Answer, type ApiUser, type TestApplication } from '../support/application.js';
import { aYearlyPlan, figuresOf } from '../support/arrangements/figures.js';
import { caseVersion, programmeIdOf } from '../support/arrangements/cases.js';
import { otherOrganisation } from '../support/arrangements/jobseekers.js';
import { POSTGRES_VERSIONS } from '../support/oldest-server.js';

/** One person's way from the city's counter into work, over the interface alone. Each step is what that person would do next. */
describe.each(POSTGRES_VERSIONS)('a day through the API on PostgreSQL %i', (postgres) => {
  let t: TestApplication;
  let caseworker: ApiUser;
  let navigator: ApiUser;
  let supervisor: ApiUser;
  let jobseekerId: string;
  let caseId: string;
  const today = SPEC_DAY;
  const ok = (answer: Answer): Answer['body'] => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const take = async (user: ApiUser, action: string, more: object = {}): Promise<void> =>
    void ok(
      await user.post(`/cases/${caseId}/transitions`, {
        action,
        on: today,
        version: await caseVersion(t, caseId),
        ...more,
      }),
    );

  const everybodySignsIn = async (): Promise<void> => {
    [caseworker, navigator, supervisor] = [
      await t.as('caseworker'),
      await t.as('navigator'),
      await t.as('city-supervisor'),
    ];
  };

  beforeAll(async () => {
    t = await startApplication(SPEC_DAY, { postgres });
    await aYearlyPlan(t);
    await everybodySignsIn();
  });
  afterAll(() => t.close());

  it('begins with a month in which nothing has happened: true zeros, and a rate that is none', async () => {
    expect(await figuresOf(t, '2026-06')).toEqual({
      new_plans: 0,
      consultations: 0,
      referrals: 0,
      placements: 0,
      referred_placements: 0,
      placement_rate: null,
    });
  });

  it('the caseworker registers the person, opens a case and gets both consents', async () => {
    const person = {
      familyName: '例示',
      givenName: '春子',
      familyKana: 'れいじ',
      givenKana: 'はるこ',
      birthDate: '1990-05-05',
      groups: ['livelihood_protection'],
    };
    jobseekerId = ok(await caseworker.post('/jobseekers', person)).id;
    expect((await navigator.get(`/jobseekers/${jobseekerId}`)).status).toBe(404);
    const opened = {
      jobseekerId,
      programmeId: await programmeIdOf(t, 'caseworker', 'livelihood'),
      openedOn: today,
      role: '主担当',
      teamSupport: true,
    };
    caseId = ok(await caseworker.post('/cases', opened)).id;
    await take(caseworker, 'pick_candidate');
    const consent = { purpose: '就労支援', categories: SHARING_CATEGORIES, method: 'signed', givenOn: today };
    ok(await caseworker.post(`/jobseekers/${jobseekerId}/consents`, { ...consent, kind: 'participation' }));
    ok(
      await caseworker.post(`/jobseekers/${jobseekerId}/consents`, {
        ...consent,
        kind: 'sharing',
        sharedWithOrganisationId: await otherOrganisation(t, 'caseworker'),
      }),
    );
    await take(caseworker, 'record_consent');
    expect((await navigator.get(`/jobseekers/${jobseekerId}`)).status).toBe(200);
  });

  it('requests support, and the navigator accepts and takes the case on', async () => {
    const request = {
      requestedOn: today,
      wanted: '清掃の仕事を探す支援をお願いします。',
      version: await caseVersion(t, caseId),
    };
    const { id } = ok(await caseworker.post(`/cases/${caseId}/requests`, request));
    expect((await caseworker.post(`/requests/${id}/acceptance`, { decidedOn: today, version: 1 })).status).toBe(403);
    expect(ok(await navigator.get('/cases?mine=true')).items).toEqual([]);
    expect(ok(await navigator.post(`/requests/${id}/acceptance`, { decidedOn: today, version: 1 }))).toMatchObject({
      sidesWithoutStaff: [],
    });
    expect(ok(await navigator.get('/cases?mine=true')).items).toEqual([expect.objectContaining({ id: caseId })]);
  });

  it('both sides meet, the navigator registers the job seeker, a plan is agreed and support begins', async () => {
    for (const kind of ['interview', 'conference'])
      ok(
        await navigator.post(`/cases/${caseId}/meetings`, {
          kind,
          heldOn: today,
          version: await caseVersion(t, caseId),
        }),
      );
    ok(
      await navigator.put(`/jobseekers/${jobseekerId}/hello-work-registration`, {
        helloWorkNumber: '13010-00000001',
        helloWorkRegisteredOn: today,
      }),
    );
    const steps = [
      { title: '履歴書を一緒に作る', ownerSide: 'national', dueOn: '2026-06-20' },
      { title: '保育園の申込みを手伝う', ownerSide: 'municipal', dueOn: '2026-06-30' },
    ];
    const plan = ok(
      await navigator.put(`/cases/${caseId}/plan`, { goal: '日中の清掃の仕事に就く', drawnUpOn: today, steps }),
    );
    ok(
      await navigator.post(`/cases/${caseId}/plan/agreement`, {
        planVersion: plan.planVersion,
        agreedOn: today,
        agreedHow: 'signed',
        version: plan.version,
      }),
    );
    const { status } = ok(await navigator.get(`/cases/${caseId}`));
    if (status === 'planned') await take(navigator, 'start_support');
    expect(ok(await navigator.get(`/cases/${caseId}`)).status).toBe('active');
  });

  it('the navigator logs a consultation, and refers three times', async () => {
    ok(
      await navigator.post('/consultations', {
        jobseekerId,
        heldOn: today,
        kind: 'vocational',
        channel: 'desk',
        sharedText: '希望の曜日と時間を確かめた。',
        ownNote: '所内の申し送り',
      }),
    );
    const shared = JSON.stringify((await caseworker.get(`/consultations?jobseekerId=${jobseekerId}`)).body);
    expect(shared).toContain('希望の曜日と時間を確かめた。');
    expect(shared).not.toContain('所内の申し送り');
    t.clock.set('2026-06-20');
    await everybodySignsIn();
    const outcomes = ['document_failed', 'interview_failed', 'hired'];
    for (const [index, outcome] of outcomes.entries()) {
      const employer = ok(
        await navigator.post('/employers', { name: `見本清掃${index}`, nameKana: `ミホンセイソウ${'アイウ'[index]}` }),
      );
      const referral = ok(
        await navigator.post(`/cases/${caseId}/referrals`, { employerId: employer.id, askedOn: today }),
      );
      expect(referral.attemptNo).toBe(index + 1);
      let { version } = ok(
        await navigator.post(`/referrals/${referral.id}/letter`, { letterIssuedOn: '2026-06-11', version: 1 }),
      );
      if (outcome !== 'document_failed')
        ({ version } = ok(
          await navigator.post(`/referrals/${referral.id}/interview`, { interviewOn: '2026-06-15', version }),
        ));
      if (outcome === 'hired') {
        ok(await navigator.post(`/referrals/${referral.id}/offer`, { receivedOn: '2026-06-16', version }));
        const [offer] = ok(await navigator.get(`/cases/${caseId}/referrals`)).offers;
        expect(ok(await caseworker.get(`/cases/${caseId}`)).status).toBe('offered');
        ok(
          await navigator.post(`/offers/${offer.id}/answer`, {
            answer: 'accepted',
            decidedOn: '2026-06-17',
            version: 1,
          }),
        );
        const placement = {
          route: 'hello_work_referral',
          referralId: referral.id,
          offerId: offer.id,
          occupation: '清掃員',
          workplaceName: '見本清掃2',
          decidedOn: '2026-06-17',
          startsOn: '2026-07-01',
          employmentType: 'part_time',
          weeklyHours: 24,
        };
        ok(await navigator.post(`/cases/${caseId}/placements`, placement));
      } else {
        ok(await navigator.post(`/referrals/${referral.id}/outcome`, { outcome, outcomeOn: '2026-06-16', version }));
      }
    }
    expect(ok(await caseworker.get(`/cases/${caseId}`)).status).toBe('placed');
  });

  it('the supervisor sees the month moved by exactly that', async () => {
    expect(await figuresOf(t, '2026-06')).toEqual({
      new_plans: 1,
      consultations: 1,
      referrals: 3,
      placements: 1,
      referred_placements: 1,
      placement_rate: 100,
    });
    expect(await figuresOf(t, '2026-05')).toEqual({
      new_plans: 0,
      consultations: 0,
      referrals: 0,
      placements: 0,
      referred_placements: 0,
      placement_rate: null,
    });
    expect(await figuresOf(t, '2026-06', 'hw-supervisor')).toEqual(await figuresOf(t, '2026-06', 'city-supervisor'));
  });

  it('and opens the figure down to the person', async () => {
    const opened = ok(
      await supervisor.get('/figures/placement_rate/records?from=2026-06-01&to=2026-06-30&part=numerator'),
    );
    expect([opened.seen, opened.counted]).toEqual([{ records: 1, people: 1 }, 1]);
    expect(opened.records).toEqual([
      expect.objectContaining({ name: '例示 春子', route: 'hello_work_referral', caseId }),
    ]);
  });

  it('the timeline tells the whole way, who did it and on which side', async () => {
    const { items } = ok(await caseworker.get(`/cases/${caseId}/timeline?limit=200`));
    const told = items.map(({ kind, by }: { kind: string; by: { side: string } }) => `${kind} ${by.side}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'jobseeker.registered municipal',
        'consent.given municipal',
        'request.made municipal',
        'request.accepted national',
        'assignment.started national',
        'plan.agreed national',
        'consultation.logged national',
        'referral.asked national',
        'offer.received national',
        'placement.recorded national',
      ]),
    );
  });

  it('a withdrawn consent leaves each side what it wrote itself, and the totals stay', async () => {
    const consents = ok(await caseworker.get(`/jobseekers/${jobseekerId}/consents`)).items;
    const sharing = consents.find(({ kind }: { kind: string }) => kind === 'sharing');
    ok(
      await caseworker.post(`/consents/${sharing.id}/withdrawal`, {
        withdrawnOn: '2026-06-20',
        reason: '本人の希望',
        version: sharing.version,
      }),
    );
    const talks = `/consultations?jobseekerId=${jobseekerId}`;
    expect(ok(await navigator.get(talks)).items).toEqual([expect.objectContaining({ kind: 'vocational' })]);
    expect(ok(await caseworker.get(talks)).items).toEqual([]);
    // The frame of the case in which it wrote, and no line that the other side's acts left there.
    expect(ok(await navigator.get(`/cases/${caseId}`))).toMatchObject({ status: 'placed' });
    const { items: lines } = ok(await navigator.get(`/cases/${caseId}/timeline?limit=200`));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter(({ by }: { by: { side: string } }) => by.side === 'municipal')).toEqual([]);
    expect(ok(await navigator.get(`/jobseekers/${jobseekerId}`))).toMatchObject({ groups: [] });
    const byTheNavigator = { action: 'start_follow_up', on: '2026-06-20', version: await caseVersion(t, caseId) };
    const refused = await navigator.post(`/cases/${caseId}/transitions`, byTheNavigator);
    expect(refused.status).toBe(409);
    expect(refused.body.error.reasons).toContainEqual(expect.objectContaining({ code: 'sharing_consent_missing' }));
    expect((await figuresOf(t, '2026-06', 'hw-supervisor'))['placements']).toBe(1);
    const opened = ok(
      await (await t.as('hw-supervisor')).get('/figures/new_plans/records?from=2026-06-01&to=2026-06-30'),
    );
    expect([opened.counted, opened.withheld]).toEqual([1, { lessThan: 3 }]);
  });
});
