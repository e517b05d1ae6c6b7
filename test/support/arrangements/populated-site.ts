import { RemindersJob } from '../../../src/notifications/index.js';
import { MonthlyReportJob } from '../../../src/reports/index.js';
import type { Answer, TestApplication } from '../application.js';
import { aConsentedCase, aRequestedCase } from './cases.js';
import { aConsultation } from './consultations.js';
import { aYearlyPlan } from './figures.js';
import { onMonday } from './duplicates.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from './jobseekers.js';
import { aBrokenGlass } from './protections.js';
import { aMachineAccount } from './machines.js';
import { aCaseInSupport, aJobOrder, anEmployer, aPlacement, aReferral, type CaseInSupport } from './placements.js';
import { anAgreedPlan, aPlan, aStep } from './plans.js';

/** Ids of records that stand for each kind there is, by what a page calls them; the month and the fiscal year that have figures. */
export type PopulatedSite = Readonly<
  Record<
    | 'person'
    | 'group'
    | 'benefit'
    | 'consent'
    | 'case'
    | 'newcomer'
    | 'consentedCase'
    | 'request'
    | 'planStep'
    | 'planReview'
    | 'consultation'
    | 'employer'
    | 'jobOrder'
    | 'referral'
    | 'negotiation'
    | 'offer'
    | 'placement'
    | 'report'
    | 'desk'
    | 'staff'
    | 'month'
    | 'fiscalYear',
    string
  >
>;

/** 見本市 with a record of every kind: one person all the way into work, one consented, one requested, one newly registered. */
export async function aPopulatedSite(t: TestApplication): Promise<PopulatedSite> {
  await aYearlyPlan(t);
  const of = await aCaseInSupport(t, {
    birthDate: '1985-03-14',
    groups: ['livelihood_protection'],
    phone: '00-0000-0000',
    safeContact: '平日の午前だけ',
  });
  const person = await aPersonOnRecord(t, of);
  const planReview = await aPlanUnderReview(t, of);
  const consultation = await consultationsOf(t, of);
  const referrals = await referralsOf(t, of);
  const placement = await aPlacement(t, of);
  await aMachineAccount(t, { owner: 'caseworker' });
  created(
    await (
      await t.as('navigator')
    ).post(`/placements/${placement}/contacts`, {
      contactedOn: t.clock.today(),
      withWhom: 'jobseeker',
      channel: 'phone',
      stillWorking: true,
      text: '早番にも慣れた。',
    }),
  );

  const { caseId: consentedCase } = await aConsentedCase(t, {
    jobseekerId: (await aJobseeker(t, 'caseworker', { familyName: '架空', familyKana: 'カクウ' })).id,
  });
  const { requestId: request } = await aRequestedCase(t, {
    jobseekerId: (await aJobseeker(t, 'caseworker', { familyName: '例示', familyKana: 'レイジ' })).id,
  });
  const { id: newcomer } = await aJobseeker(t, 'caseworker', { familyName: '試行', familyKana: 'シコウ' });
  // Registered by the other side too: a suspicion for the administrator.
  for (const login of ['caseworker', 'navigator'])
    await aJobseeker(t, login, { familyName: '重複', familyKana: 'チョウフク', birthDate: '1990-01-02' });
  await onMonday(t);
  const { id: inHiding } = await aJobseeker(t, 'caseworker', {
    familyName: '秘所',
    familyKana: 'ヒショ',
    protectedFrom: t.clock.today(),
  });
  await aBrokenGlass(t, inHiding, 'caseworker2');
  // Shared, withdrawn, and shared again by the city: the Hello Work is asked.
  const { id: reopened } = await aJobseeker(t, 'caseworker', { familyName: '再開', familyKana: 'サイカイ' });
  await withSharingConsent(t, 'caseworker', reopened);
  await withdrawSharing(t, 'caseworker', reopened);
  await withSharingConsent(t, 'caseworker', reopened);
  created(await (await t.as('caseworker')).post('/visits', { visitedOn: t.clock.today(), quantity: 2 }));
  await t.app.get(RemindersJob).remindEverywhere();
  await t.app.get(MonthlyReportJob).reportEverywhere();

  return {
    ...person,
    ...referrals,
    person: of.jobseekerId,
    case: of.caseId,
    planReview,
    consultation,
    placement,
    consentedCase,
    request,
    newcomer,
    month: '2026-06',
    fiscalYear: '2026',
    consent: await newest(t, 'consent'),
    planStep: await newest(t, 'plan_step'),
    report: await newest(t, 'monthly_report'),
    desk: await newest(t, 'desk'),
    staff: await newest(t, 'staff'),
  };
}

async function aPersonOnRecord(
  t: TestApplication,
  { jobseekerId }: CaseInSupport,
): Promise<{ group: string; benefit: string }> {
  const caseworker = await t.as('caseworker');
  const add = async (what: string, body: object): Promise<string> =>
    created(await caseworker.post(`/jobseekers/${jobseekerId}/${what}`, body));
  await add('wishes', {
    recordedOn: '2026-06-02',
    occupations: ['清掃', '調理補助'],
    weeklyHoursMin: 20,
    weeklyHoursMax: 30,
    commute: '自転車で20分まで',
  });
  const benefit = await add('benefits', { name: '住宅手当', startsOn: '2026-05-01', endsOn: '2026-07-03' });
  return { benefit, group: await add('groups', { groupCode: 'single_parent', startsOn: '2026-06-01' }) };
}

/** A plan the person agreed to, one change that waits for agreement, and a review ahead. */
async function aPlanUnderReview(t: TestApplication, { caseId }: CaseInSupport): Promise<string> {
  const steps = [
    aStep({ title: '履歴書を一緒に作る' }),
    aStep({ title: '保育園の申込みを手伝う', ownerSide: 'municipal' }),
  ];
  const { version } = await anAgreedPlan(t, caseId, { drawnUpOn: '2026-06-02', steps });
  await aPlan(t, caseId, {
    goal: '清掃の仕事に就く',
    drawnUpOn: '2026-06-09',
    steps,
    reason: '本人の希望が変わった',
    version,
  });
  return created(await (await t.as('caseworker')).post(`/cases/${caseId}/plan/reviews`, { dueOn: '2026-07-01' }));
}

async function consultationsOf(t: TestApplication, { jobseekerId }: CaseInSupport): Promise<string> {
  const nextActions = [
    { title: '履歴書を直す', dueOn: '2026-06-09', ownerSide: 'national' },
    { title: '家計表を付ける', dueOn: '2026-06-12', ownerSide: 'municipal' },
  ];
  await aConsultation(t, 'navigator', { jobseekerId, heldOn: '2026-06-03', outcomes: ['jobs_searched'] });
  return aConsultation(t, 'caseworker', {
    jobseekerId,
    kind: 'livelihood',
    heldOn: '2026-06-08',
    ownNote: '市だけの話。',
    nextActions,
  });
}

/** An employer with an order; a referral that failed, one that ended in an offer, and a condition negotiated. */
async function referralsOf(
  t: TestApplication,
  of: CaseInSupport,
): Promise<{ employer: string; jobOrder: string; referral: string; negotiation: string; offer: string }> {
  const navigator = await t.as('navigator');
  const employer = await anEmployer(t, { name: '株式会社見本製作所', nameKana: 'カブシキガイシャ ミホンセイサクショ' });
  const jobOrder = await aJobOrder(t, employer, { title: '組立工' });
  await aReferral(t, { ...of, letter: true, outcome: 'document_failed' });
  const { id: referral } = await aReferral(t, { ...of, employerId: employer, letter: true });
  const negotiation = created(
    await navigator.post(`/cases/${of.caseId}/negotiations`, {
      employerId: employer,
      condition: 'education',
      termsFrom: '高卒以上',
      termsTo: '学歴不問',
      negotiatedOn: '2026-06-03',
    }),
  );
  const offer = created(
    await navigator.post(`/cases/${of.caseId}/offers`, { employerId: employer, receivedOn: '2026-06-05' }),
  );
  const { status } = await navigator.post(`/offers/${offer}/answer`, {
    answer: 'declined',
    decidedOn: '2026-06-05',
    reasonCode: 'commute',
    version: 1,
  });
  if (status >= 300) throw new Error('the offer could not be declined');
  return { employer, jobOrder, referral, negotiation, offer };
}

function created({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** Id of a record of 見本市, where the specs know one only from its table. */
async function newest(
  t: TestApplication,
  table: 'consent' | 'plan_step' | 'monthly_report' | 'desk' | 'staff',
): Promise<string> {
  const ofSite =
    table === 'staff' ? `WHERE login = 'caseworker2'` : `WHERE site_id = (SELECT id FROM site WHERE code = 'mihon')`;
  const [row]: { id: string | number }[] = await t.owner.query(
    `SELECT id FROM ${table} ${ofSite} ORDER BY id DESC LIMIT 1`,
  );
  if (!row) throw new Error(`no ${table} was arranged`);
  return String(row.id);
}
