import { v7 as uuid } from 'uuid';
import type { Side } from '#access';
import type { SharingCategory } from '#domain/sharing';
import type { Answer, TestApplication } from '../../support/application.js';
import { aSharedCase } from '../../support/arrangements/cases.js';
import { aMachineAccount } from '../../support/arrangements/machines.js';
import { aConsultation, staffIdOf } from '../../support/arrangements/consultations.js';
import { aYearlyPlan } from '../../support/arrangements/figures.js';
import { onMonday } from '../../support/arrangements/duplicates.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { A_JOB, aJobOrder, anEmployer, aReferral } from '../../support/arrangements/placements.js';
import { aPlan, aStep } from '../../support/arrangements/plans.js';
import { aBrokenGlass } from '../../support/arrangements/protections.js';

/** What is written about the person; none of these words occurs anywhere else in the specs' sites. */
export const SECRETS = {
  name: '秘匿原',
  givenName: '伏子',
  kana: 'ヒトクハラ',
  formerName: '秘匿原旧',
  phone: '090-9999-0001',
  address: '架空県秘匿町九丁目',
  safeContact: '秘匿の連絡先',
  health: '秘匿の健康',
  household: '秘匿の家族',
  consultation: '秘匿の相談',
  nextAction: '秘匿の約束',
  goal: '秘匿の目標',
  step: '秘匿の手順',
  wanted: '秘匿の要請',
  benefit: '秘匿の給付',
  wish: '秘匿の希望',
  asked: '秘匿の条件',
  interviewPlace: '秘匿の面接会場',
  offer: '秘匿の採用条件',
  contact: '秘匿の定着',
  workplace: '秘匿の勤め先',
} as const;
/** By which category a grant opens each, and who wrote it; what both sides wrote is told by either. */
export const SECRETS_OF: Readonly<Record<keyof typeof SECRETS, readonly [SharingCategory, ...Side[]]>> = {
  name: ['identity', 'municipal'],
  givenName: ['identity', 'municipal'],
  kana: ['identity', 'municipal'],
  formerName: ['identity', 'municipal'],
  phone: ['contact', 'municipal'],
  address: ['contact', 'municipal'],
  safeContact: ['contact', 'municipal'],
  health: ['health', 'municipal'],
  household: ['circumstances', 'municipal'],
  consultation: ['consultations', 'municipal', 'national'],
  nextAction: ['consultations', 'municipal'],
  goal: ['plan', 'municipal'],
  step: ['plan', 'municipal'],
  wanted: ['plan', 'municipal'],
  benefit: ['benefits', 'municipal'],
  wish: ['referrals', 'municipal'],
  asked: ['referrals', 'national'],
  interviewPlace: ['referrals', 'national'],
  offer: ['referrals', 'national'],
  contact: ['referrals', 'national'],
  workplace: ['referrals', 'municipal'],
};
/** The notes either organisation keeps to itself. */
export const OWN_NOTES = { municipal: '市だけの控え帳', national: '安定所だけの控え帳' } as const;

export interface SupportedPerson {
  readonly jobseekerId: string;
  readonly caseId: string;
  /** Of the person and of the case: telling either tells that there is somebody. */
  readonly numbers: readonly string[];
  readonly requestId: string;
  readonly ids: Readonly<
    Record<
      | 'consent'
      | 'consultation'
      | 'hwConsultation'
      | 'nextAction'
      | 'planStep'
      | 'planReview'
      | 'benefit'
      | 'group'
      | 'employer'
      | 'jobOrder'
      | 'referral'
      | 'negotiation'
      | 'offer'
      | 'placement'
      | 'assignment'
      | 'notification',
      string
    >
  >;
}

/** A person of the city in support by both sides, with every record there can be about one. The navigator is on the team. */
export async function aSupportedPerson(t: TestApplication): Promise<SupportedPerson> {
  const { id: jobseekerId, number } = await aJobseeker(t, 'caseworker', {
    familyName: SECRETS.name,
    givenName: SECRETS.givenName,
    familyKana: SECRETS.kana,
    givenKana: 'フシコ',
    formerName: SECRETS.formerName,
    birthDate: '1990-01-02',
    phone: SECRETS.phone,
    address: SECRETS.address,
    safeContact: SECRETS.safeContact,
    healthNote: SECRETS.health,
    householdNote: SECRETS.household,
  });
  const shared = await aSharedCase(t, { jobseekerId, openedOn: '2026-06-01' });
  const { caseId } = shared;
  const city = await t.as('caseworker');
  const nation = await t.as('navigator');
  const today = t.clock.today();
  const navigatorId = await staffIdOf(t, 'navigator');

  const assigned = await nation.post(`/cases/${caseId}/assignments`, {
    staffId: navigatorId,
    role: '職業相談',
    startsOn: today,
  });
  const benefit = id(
    await city.post(`/jobseekers/${jobseekerId}/benefits`, {
      name: SECRETS.benefit,
      startsOn: '2026-06-01',
      endsOn: '2026-11-30',
    }),
  );
  const group = id(
    await city.post(`/jobseekers/${jobseekerId}/groups`, {
      groupCode: 'livelihood_protection',
      startsOn: '2026-06-01',
    }),
  );
  id(await city.post(`/jobseekers/${jobseekerId}/wishes`, { recordedOn: today, occupations: [SECRETS.wish] }));
  await aPlan(t, caseId, {
    goal: SECRETS.goal,
    steps: [aStep({ title: SECRETS.step })],
    reviews: [{ dueOn: '2026-09-01' }],
  });
  const consultation = await aConsultation(t, 'caseworker', {
    jobseekerId,
    supportCaseId: caseId,
    sharedText: SECRETS.consultation,
    ownNote: OWN_NOTES.municipal,
    nextActions: [{ title: SECRETS.nextAction, dueOn: today, ownerSide: 'national', ownerStaffId: navigatorId }],
  });
  const hwConsultation = await aConsultation(t, 'navigator', {
    jobseekerId,
    supportCaseId: caseId,
    sharedText: SECRETS.consultation,
    ownNote: OWN_NOTES.national,
  });

  await t.owner.query(`UPDATE support_case SET status = 'active', status_since = opened_on WHERE id = $1`, [caseId]);
  await t.owner.query(
    `UPDATE jobseeker_identity i SET hello_work_number = '99999-00000001', hello_work_registered_on = '2026-06-01' FROM organisation o
      WHERE i.jobseeker_id = $1 AND o.id = i.org_id AND o.side = 'national'`,
    [jobseekerId],
  );
  const employer = await anEmployer(t);
  const jobOrder = await aJobOrder(t, employer, { forJobseekerId: jobseekerId });
  const negotiation = id(
    await nation.post(`/cases/${caseId}/negotiations`, {
      employerId: employer,
      condition: 'education',
      termsFrom: '高卒以上',
      termsTo: SECRETS.asked,
      negotiatedOn: today,
    }),
  );
  const { id: referral, version: asked } = await aReferral(t, {
    caseId,
    jobseekerId,
    employerId: employer,
    letter: true,
    interview: true,
  });
  const { version } = (
    await nation.post(`/referrals/${referral}/interview`, {
      interviewOn: '2026-06-04',
      place: SECRETS.interviewPlace,
      accompaniedBy: navigatorId,
      version: asked,
    })
  ).body;
  await nation.post(`/referrals/${referral}/offer`, { receivedOn: today, conditions: SECRETS.offer, version });
  const offer = await one(t, 'SELECT id FROM offer WHERE referral_id = $1', referral);
  const placement = id(
    await city.post(`/cases/${caseId}/placements`, { ...A_JOB, route: 'self_found', workplaceName: SECRETS.workplace }),
  );
  id(
    await nation.post(`/placements/${placement}/contacts`, {
      contactedOn: today,
      withWhom: 'jobseeker',
      channel: 'phone',
      stillWorking: true,
      text: SECRETS.contact,
    }),
  );

  const nextAction = await one(t, 'SELECT id FROM next_action WHERE jobseeker_id = $1', jobseekerId);
  const notification = uuid();
  await t.owner.query(
    `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, jobseeker_id, due_on)
      SELECT $1, site_id, $2, 'next_action', 'next_action', id, jobseeker_id, due_on FROM next_action WHERE id = $3`,
    [notification, navigatorId, nextAction],
  );
  return {
    jobseekerId,
    caseId,
    requestId: shared.requestId,
    numbers: [number, await one(t, 'SELECT number AS id FROM support_case WHERE id = $1', caseId)],
    ids: {
      benefit,
      group,
      consultation,
      hwConsultation,
      nextAction,
      employer,
      jobOrder,
      negotiation,
      referral,
      offer,
      placement,
      notification,
      assignment:
        assigned.status === 201
          ? id(assigned)
          : await one(
              t,
              'SELECT id FROM case_assignment WHERE jobseeker_id = $1 AND staff_id = $2',
              jobseekerId,
              navigatorId,
            ),
      consent: await one(t, `SELECT id FROM consent WHERE jobseeker_id = $1 AND kind = 'sharing'`, jobseekerId),
      planStep: await one(t, 'SELECT id FROM plan_step WHERE jobseeker_id = $1', jobseekerId),
      planReview: await one(t, 'SELECT id FROM plan_review WHERE jobseeker_id = $1', jobseekerId),
    },
  };
}

/** Ids of the things of 見本市 that are about nobody. */
export async function theSite(
  t: TestApplication,
): Promise<
  Readonly<
    Record<
      | 'agreement'
      | 'desk'
      | 'organisation'
      | 'programme'
      | 'reason'
      | 'colleague'
      | 'visit'
      | 'machineAccount'
      | 'organisationProposal'
      | 'session'
      | 'report'
      | 'duplicate'
      | 'glass',
      string
    >
  >
> {
  await aYearlyPlan(t);
  const colleague = await staffIdOf(t, 'colleague');
  await t.as('colleague');
  const [visit, machineAccount] = [
    await (await t.as('caseworker')).post('/visits', { visitedOn: t.clock.today(), quantity: 2 }),
    await aMachineAccount(t, { owner: 'colleague', name: '見本の連携' }),
  ];
  const { id: twin } = await aJobseeker(t, 'caseworker');
  await aJobseeker(t, 'navigator');
  const here = (table: string): Promise<string> =>
    one(
      t,
      `SELECT x.id::text FROM ${table} x JOIN site s ON s.id = x.site_id WHERE s.code = 'mihon' ORDER BY x.id LIMIT 1`,
    );
  await t.owner.query(
    `INSERT INTO monthly_report (id, site_id, month, figures) SELECT gen_random_uuid(), id, '2026-05', '{"inMonth":[],"toDate":[]}'
      FROM site WHERE code = 'mihon'`,
  );
  await onMonday(t);
  const proposal = { code: 'mihon-shigoto', name: '見本しごと財団', side: 'national' };
  const proposed = await (await t.as('administrator')).post('/site/organisations', proposal);
  return {
    colleague,
    visit: id(visit),
    machineAccount,
    organisationProposal: proposed.body.proposalId,
    agreement: await here('agreement'),
    desk: await here('desk'),
    programme: await here('programme'),
    reason: await here('reason'),
    report: await here('monthly_report'),
    duplicate: await here('duplicate_question'),
    glass: await aBrokenGlass(t, twin, 'caseworker2'),
    organisation: await one(t, `SELECT id::text FROM organisation WHERE code = 'mihon-city'`),
    session: await one(t, 'SELECT id FROM session WHERE staff_id = $1 LIMIT 1', colleague),
  };
}

/** One value of one row, named id. */
async function one(t: TestApplication, sql: string, ...parameters: string[]): Promise<string> {
  const [row]: { id: string }[] = await t.owner.query(sql, parameters);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row.id;
}

function id({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body.id;
}
