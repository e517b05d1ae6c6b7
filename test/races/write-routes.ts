import type { TestApplication } from '../support/application.js';
import {
  aConsentedCase,
  aRequestedCase,
  aSharedCase,
  aCaseWithConsents,
  aCase,
  caseVersion,
  programmeIdOf,
  takeStep,
} from '../support/arrangements/cases.js';
import { consultationBody, staffIdOf } from '../support/arrangements/consultations.js';
import { aBrokenGlass, anAskedLift } from '../support/arrangements/protections.js';
import {
  aJobseeker,
  HANAKO,
  otherOrganisation,
  withdrawSharing,
  withSharingConsent,
} from '../support/arrangements/jobseekers.js';
import { A_JOB, aCaseInSupport, aLeaving, aPlacement, aReferral } from '../support/arrangements/placements.js';
import { anAgreedPlan, aStep, planBody } from '../support/arrangements/plans.js';
import { KAZUKO } from '../support/arrangements/staff.js';
import { aYearlyPlan } from '../support/arrangements/figures.js';
import { PLAN_FILE } from '../support/arrangements/yearly-plans.js';
import type { SupportedPerson } from '../access/support/person.js';
import { PASSWORD } from '../support/sites.js';

/** What there is to act on: a person of both sides with every record, and a site. */
export interface World {
  readonly t: TestApplication;
  readonly person: SupportedPerson;
  readonly site: Readonly<Record<string, string>>;
}

type Things = Readonly<Record<string, string>>;

export interface Race {
  /** Who sends it, eight times; undefined where nobody is signed in. */
  readonly by: string | undefined;
  /**
   * What eight at once may be: `once`, one is done and seven are told why not; `each`, all are done and leave eight times the rows; `same`, all may be
   * answered, and there are the rows of one; `some`, an edit that says the same again, or is refused where it came too close: what is done leaves rows.
   */
  readonly outcome: 'once' | 'each' | 'same' | 'some';
  /** What is there before, and stands in the address instead of what the world holds, by the word before it. */
  readonly before?: (world: World) => Promise<Things>;
  readonly body?: (world: World, before: Things) => unknown;
  /** Tables whose rows are not in proportion: one for each pair, or for what chance gives. */
  readonly pairs?: readonly string[];
}

const TODAY = '2026-06-10';
const A_MEETING = {
  basis: 'support_meeting',
  categories: ['plan'],
  decidedOn: TODAY,
  members: '福祉課、就労支援',
  decision: '支援の方針を共有する',
};

/** Version of a row as it is stored. */
const versionOf = async ({ t }: World, table: string, id: string | undefined): Promise<number> => {
  const [row]: { version: number }[] = await t.owner.query(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  if (!row) throw new Error(`no ${table} ${id}`);
  return row.version;
};
const idIn = async ({ t }: World, sql: string, parameters: readonly unknown[] = []): Promise<string> => {
  const [row]: { id: string }[] = await t.owner.query(sql, [...parameters]);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return String(row.id);
};

/** A referral of the world's case, as far up the ladder as is said. */
const aReferralOf =
  (said: { letter?: boolean; interview?: boolean; interviewOn?: string }) =>
  async ({ t, person }: World): Promise<Things> => {
    const { id, version } = await aReferral(t, { caseId: person.caseId, jobseekerId: person.jobseekerId, ...said });
    return { referrals: id, version: String(version) };
  };
const aCaseFrom =
  (make: (t: TestApplication) => Promise<{ caseId: string; jobseekerId: string; requestId?: string }>) =>
  async ({ t }: World): Promise<Things> => {
    const { caseId, jobseekerId, requestId = '' } = await make(t);
    return { cases: caseId, jobseekers: jobseekerId, requests: requestId };
  };
const onVersion =
  (fields: object) =>
  (_: World, { version }: Things): object => ({ ...fields, version: Number(version) });
const onCase =
  (fields: object) =>
  async ({ t, person }: World, { cases }: Things): Promise<object> => ({
    ...fields,
    version: await caseVersion(t, cases ?? person.caseId),
  });
const ofRow =
  (table: string, id: (world: World, before: Things) => string | undefined, fields: object) =>
  async (world: World, before: Things): Promise<object> => ({
    ...fields,
    version: await versionOf(world, table, id(world, before)),
  });
const aPlacementBefore = async ({ t }: World): Promise<Things> => ({
  placements: await aPlacement(t, await aCaseInSupport(t)),
});
const aLeftPlacement = async (world: World): Promise<Things> => {
  const { placements = '' } = await aPlacementBefore(world);
  await aLeaving(world.t, placements);
  return { placements };
};
const theColleague = async (world: World): Promise<Things> => ({ staff: await staffIdOf(world.t, 'colleague') });
/** Who works at another site, too, which takes two administrators to reset their password. */
const aColleagueElsewhere = async (world: World): Promise<Things> => {
  const before = await theColleague(world);
  await world.t.owner.query(
    `INSERT INTO staff_site (staff_id, site_id, starts_on) SELECT $1, id, '2026-01-01' FROM site WHERE code = 'bekken'`,
    [before['staff']],
  );
  return before;
};
const aDeparture =
  (scope: 'organisation' | 'site', leavesOn: string, login: string) =>
  async (world: World): Promise<Things> => {
    const id = await staffIdOf(world.t, login);
    const version = await versionOf(world, 'staff', id);
    const left = await (
      await world.t.as('administrator')
    ).post(`/staff/${id}/departure`, { scope, leavesOn, toQueue: true, version });
    if (left.status >= 300) throw new Error(`not left: ${JSON.stringify(left.body)}`);
    return { staff: id };
  };
const ofSite = (table: string, thing: string, fields: object) => ofRow(table, ({ site }) => site[thing], fields);

const aProtection = async ({ t, person }: World): Promise<Record<string, string>> => {
  await (await t.as('caseworker')).post(`/jobseekers/${person.jobseekerId}/protection`, { startsOn: TODAY });
  return {};
};

/** Every route that writes, with a body that is right; what is missing here fails the test. */
export const RACES: Readonly<Record<string, Race>> = {
  'POST /api/v1/employers': {
    by: 'navigator',
    outcome: 'each',
    body: () => ({ name: '八社商店', nameKana: 'ハッシャショウテン' }),
  },
  'PUT /api/v1/employers/:id': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('employer', ({ person }) => person.ids.employer, { name: '改め商店', nameKana: 'アラタメショウテン' }),
  },
  'POST /api/v1/employers/:id/job-orders': {
    by: 'navigator',
    outcome: 'each',
    body: () => ({ title: '事務', receivedOn: TODAY }),
  },
  'PUT /api/v1/job-orders/:id': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('job_order', ({ person }) => person.ids.jobOrder, { title: '清掃', receivedOn: TODAY }),
  },
  'POST /api/v1/cases/:id/referrals': {
    by: 'navigator',
    outcome: 'each',
    body: ({ person }) => ({ employerId: person.ids.employer, askedOn: TODAY }),
  },
  'POST /api/v1/referrals/:id/letter': {
    by: 'navigator',
    outcome: 'once',
    before: aReferralOf({}),
    body: onVersion({ letterIssuedOn: '2026-06-03' }),
  },
  'POST /api/v1/referrals/:id/interview': {
    by: 'navigator',
    outcome: 'once',
    before: aReferralOf({ letter: true }),
    body: onVersion({ interviewOn: '2026-06-18' }),
  },
  'POST /api/v1/referrals/:id/interview/cancellation': {
    by: 'navigator',
    outcome: 'once',
    before: async (world) => {
      const { referrals = '', version } = await aReferralOf({ letter: true })(world);
      const { body } = await (
        await world.t.as('navigator')
      ).post(`/referrals/${referrals}/interview`, { interviewOn: '2026-06-18', version: Number(version) });
      return { referrals, version: String(body.version) };
    },
    body: onVersion({ cancelledOn: TODAY, reasonNote: '体調のため' }),
  },
  'POST /api/v1/referrals/:id/outcome': {
    by: 'navigator',
    outcome: 'once',
    before: aReferralOf({ letter: true, interview: true }),
    body: onVersion({ outcome: 'hired', outcomeOn: '2026-06-05' }),
  },
  'POST /api/v1/referrals/:id/offer': {
    by: 'navigator',
    outcome: 'once',
    before: aReferralOf({ letter: true, interview: true }),
    body: onVersion({ receivedOn: '2026-06-05' }),
  },
  'POST /api/v1/cases/:id/offers': {
    by: 'navigator',
    outcome: 'each',
    body: ({ person }) => ({ employerId: person.ids.employer, receivedOn: TODAY }),
  },
  'POST /api/v1/offers/:id/answer': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('offer', ({ person }) => person.ids.offer, { answer: 'accepted', decidedOn: TODAY }),
  },
  'POST /api/v1/cases/:id/negotiations': {
    by: 'navigator',
    outcome: 'each',
    body: ({ person }) => ({
      employerId: person.ids.employer,
      condition: 'education',
      termsFrom: '高卒以上',
      termsTo: '不問',
      negotiatedOn: TODAY,
    }),
  },
  'POST /api/v1/negotiations/:id/result': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('condition_negotiation', ({ person }) => person.ids.negotiation, {
      result: 'accepted',
      resultOn: TODAY,
    }),
  },
  'PUT /api/v1/cases/:id/plan': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom((t) => aCaseInSupport(t)),
    body: ({ t }) => planBody(t, { steps: [aStep()] }),
  },
  'POST /api/v1/cases/:id/plan/agreement': {
    by: 'caseworker',
    outcome: 'once',
    body: async (world) => ({
      planVersion: 1,
      agreedOn: TODAY,
      agreedHow: 'signed',
      version: await versionOf(
        world,
        'support_plan',
        await idIn(world, 'SELECT id FROM support_plan WHERE support_case_id = $1', [world.person.caseId]),
      ),
    }),
  },
  'POST /api/v1/cases/:id/plan/reviews': { by: 'caseworker', outcome: 'each', body: () => ({ dueOn: '2026-10-01' }) },
  'POST /api/v1/plan-steps/:id': {
    by: 'navigator',
    outcome: 'once',
    before: async (world) => {
      const { caseId } = await aCaseInSupport(world.t);
      await anAgreedPlan(world.t, caseId);
      return {
        'plan-steps': await idIn(
          world,
          `SELECT s.id FROM plan_step s JOIN support_plan_version v ON v.id = s.plan_version_id JOIN support_plan p ON p.id = v.support_plan_id
           WHERE p.support_case_id = $1`,
          [caseId],
        ),
      };
    },
    body: ofRow('plan_step', (_, before) => before['plan-steps'], { state: 'done', doneOn: TODAY }),
  },
  'POST /api/v1/plan-reviews/:id/outcome': {
    by: 'caseworker',
    outcome: 'once',
    before: async (world) => {
      const { caseId } = await aCaseInSupport(world.t);
      await anAgreedPlan(world.t, caseId, { reviews: [{ dueOn: '2026-09-01' }] });
      return {
        'plan-reviews': await idIn(
          world,
          'SELECT r.id FROM plan_review r JOIN support_plan p ON p.id = r.support_plan_id WHERE p.support_case_id = $1',
          [caseId],
        ),
      };
    },
    body: ofRow('plan_review', (_, before) => before['plan-reviews'], { heldOn: TODAY, outcome: '続ける' }),
  },
  'PUT /api/v1/account/password': {
    by: 'caseworker2',
    outcome: 'once',
    body: () => ({ currentPassword: PASSWORD, newPassword: 'asa-no-kumo-1' }),
  },
  'PUT /api/v1/account/site': {
    by: 'caseworker',
    outcome: 'same',
    body: async (world) => ({ siteId: Number(await idIn(world, `SELECT id FROM site WHERE code = 'mihon'`)) }),
  },
  'POST /api/v1/account/sessions/:id/end': {
    by: 'colleague',
    outcome: 'once',
    before: async (world) => {
      await world.t.anonymous.post('/sessions', { login: 'colleague', password: PASSWORD });
      const staffId = await staffIdOf(world.t, 'colleague');
      return {
        sessions: await idIn(
          world,
          'SELECT id FROM session WHERE staff_id = $1 ORDER BY created_at DESC, expires_at DESC, id DESC LIMIT 1',
          [staffId],
        ),
      };
    },
  },
  'POST /api/v1/sessions': {
    by: undefined,
    outcome: 'some',
    body: () => ({ login: 'caseworker2', password: PASSWORD }),
  },
  'DELETE /api/v1/sessions/current': { by: 'caseworker2', outcome: 'same' },
  'POST /api/v1/next-actions/:id/end': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('next_action', ({ person }) => person.ids.nextAction, { state: 'done', doneOn: TODAY }),
  },
  'POST /api/v1/consultations': {
    by: 'caseworker',
    outcome: 'each',
    body: ({ t, person }) => consultationBody(t, { jobseekerId: person.jobseekerId, supportCaseId: person.caseId }),
  },
  'PUT /api/v1/consultations/:id': {
    by: 'caseworker',
    outcome: 'once',
    body: async (world) => {
      const { heldOn, kind, channel, sharedText } = consultationBody(world.t, {
        jobseekerId: world.person.jobseekerId,
      }) as Things;
      return {
        ...{ heldOn, kind, channel, sharedText, supportCaseId: world.person.caseId },
        version: await versionOf(world, 'consultation', world.person.ids.consultation),
      };
    },
  },
  'POST /api/v1/consultations/:id/addenda': {
    by: 'caseworker',
    outcome: 'each',
    before: async ({ t }) => {
      t.clock.set('2026-06-12');
      return {};
    },
    body: () => ({ text: '後で分かったこと' }),
  },
  'POST /api/v1/staff': { by: 'administrator', outcome: 'once', body: () => KAZUKO },
  'PUT /api/v1/staff/:id': {
    by: 'administrator',
    outcome: 'once',
    before: theColleague,
    body: ofRow('staff', (_, { staff }) => staff, {
      name: '架空 改名',
      nameKana: 'カクウ カイメイ',
      role: 'case_staff',
    }),
  },
  'POST /api/v1/staff/:id/site-assignment': {
    by: 'administrator',
    outcome: 'once',
    before: aDeparture('site', TODAY, 'colleague'),
    body: ofRow('staff', (_, { staff }) => staff, { startsOn: '2026-06-20' }),
  },
  'POST /api/v1/staff/:id/password-reset': {
    by: 'administrator',
    outcome: 'each',
    before: theColleague,
    body: () => ({ password: 'given-by-somebody' }),
  },
  'POST /api/v1/staff/:id/password-reset-request': {
    by: 'administrator',
    outcome: 'once',
    before: aColleagueElsewhere,
  },
  'POST /api/v1/staff/:id/password-reset-request/withdrawal': {
    by: 'administrator',
    outcome: 'once',
    before: async (world) => {
      const before = await aColleagueElsewhere(world);
      await (await world.t.as('administrator')).post(`/staff/${before['staff']}/password-reset-request`);
      return before;
    },
  },
  'POST /api/v1/staff/:id/unlock': { by: 'administrator', outcome: 'each', before: theColleague },
  'POST /api/v1/staff/:id/departure': {
    by: 'administrator',
    outcome: 'once',
    before: theColleague,
    body: ofRow('staff', (_, { staff }) => staff, { leavesOn: '2026-06-20', toQueue: true }),
  },
  'POST /api/v1/staff/:id/departure/withdrawal': {
    by: 'administrator',
    outcome: 'once',
    before: aDeparture('organisation', '2026-06-20', 'colleague'),
    body: ofRow('staff', (_, { staff }) => staff, {}),
  },
  'POST /api/v1/account/tokens': {
    by: 'caseworker',
    // More than a few checks of one password at once have to wait, the right ones too.
    outcome: 'some',
    body: () => ({ label: '集計用', days: 30, currentPassword: PASSWORD }),
  },
  'POST /api/v1/machine-accounts': {
    by: 'administrator',
    outcome: 'each',
    body: async (world) => ({
      ...{ name: '連携', scopes: ['read_figures'], endsOn: '2026-12-01' },
      ownerId: await staffIdOf(world.t, 'colleague'),
    }),
  },
  'POST /api/v1/machine-accounts/:id/owner': {
    by: 'administrator',
    outcome: 'once',
    body: async (world) => ({ ownerId: await staffIdOf(world.t, 'caseworker') }),
  },
  'POST /api/v1/machine-accounts/:id/end': { by: 'administrator', outcome: 'once' },
  'POST /api/v1/account/machine-accounts/:id/acceptance': { by: 'colleague', outcome: 'once' },
  'POST /api/v1/account/machine-accounts/:id/token': {
    by: 'colleague',
    outcome: 'some',
    before: async ({ t, site }) => {
      await (await t.as('colleague')).post(`/account/machine-accounts/${site['machineAccount']}/acceptance`);
      return {};
    },
    body: () => ({ currentPassword: PASSWORD }),
  },
  'POST /api/v1/cases/:id/requests': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom((t) => aConsentedCase(t)),
    body: onCase({ requestedOn: TODAY, wanted: '職業相談をお願いします。' }),
  },
  'POST /api/v1/requests/:id/acceptance': {
    by: 'navigator',
    outcome: 'once',
    before: aCaseFrom((t) => aRequestedCase(t)),
    body: () => ({ decidedOn: TODAY, version: 1 }),
  },
  'POST /api/v1/requests/:id/return': {
    by: 'navigator',
    outcome: 'once',
    before: aCaseFrom((t) => aRequestedCase(t)),
    body: () => ({ decidedOn: TODAY, decisionReason: '求職の申込みがまだです。', version: 1 }),
  },
  'POST /api/v1/jobseekers': {
    by: 'caseworker',
    outcome: 'each',
    body: () => ({ ...HANAKO, confirmDuplicate: true, ageBand: '30s' }),
    // Pieces of the number that was drawn are found again, some twice.
    pairs: ['jobseeker_search'],
  },
  'PUT /api/v1/jobseekers/:id': {
    by: 'caseworker',
    outcome: 'once',
    body: ofRow('jobseeker', ({ person }) => person.jobseekerId, { ...HANAKO, phone: '090-0000-0008' }),
  },
  'PUT /api/v1/jobseekers/:id/hello-work-registration': {
    by: 'navigator',
    outcome: 'some',
    body: () => ({ helloWorkNumber: '13010-00000008', helloWorkRegisteredOn: TODAY }),
  },
  'POST /api/v1/jobseekers/:id/identity-comparisons': {
    by: 'navigator',
    outcome: 'once',
    before: async ({ t, person }) => {
      await t.owner.query(
        `UPDATE jobseeker_identity SET basis = 'registered', from_org = NULL,
           family_name = CASE WHEN hello_work_number IS NULL THEN '改姓' ELSE family_name END WHERE jobseeker_id = $1`,
        [person.jobseekerId],
      );
      return {};
    },
    body: async (world) => ({
      organisationId: Number(await idIn(world, `SELECT id FROM organisation WHERE code = 'mihon-city'`)),
      takeOver: true,
    }),
  },
  'POST /api/v1/jobseekers/:id/groups': {
    by: 'caseworker',
    outcome: 'once',
    body: async (world) => ({
      groupCode: await idIn(
        world,
        `SELECT g.group_code AS id FROM site_target_group g JOIN site s ON s.id = g.site_id WHERE s.code = 'mihon'
          AND g.group_code <> 'livelihood_protection' LIMIT 1`,
      ),
      startsOn: '2026-06-01',
    }),
  },
  'POST /api/v1/jobseekers/:id/groups/:groupId/end': {
    by: 'caseworker',
    outcome: 'once',
    body: () => ({ endsOn: TODAY }),
  },
  'POST /api/v1/jobseekers/:id/wishes': {
    by: 'caseworker',
    outcome: 'once',
    body: () => ({ recordedOn: TODAY, occupations: ['販売'], reasonForChange: '通える所が増えた' }),
  },
  'POST /api/v1/jobseekers/:id/benefits': {
    by: 'caseworker',
    outcome: 'each',
    body: () => ({ name: '住居確保給付金', startsOn: '2026-06-01' }),
  },
  'PUT /api/v1/jobseekers/:id/benefits/:benefitId/end': {
    by: 'caseworker',
    outcome: 'once',
    body: ofRow('benefit', ({ person }) => person.ids.benefit, { endsOn: '2026-07-31' }),
  },
  'POST /api/v1/jobseekers/:id/protection': { by: 'caseworker', outcome: 'once', body: () => ({ startsOn: TODAY }) },
  'POST /api/v1/jobseekers/:id/protection/renewal': {
    by: 'caseworker',
    outcome: 'once',
    before: async ({ t, person }) => {
      await (await t.as('caseworker')).post(`/jobseekers/${person.jobseekerId}/protection`, { startsOn: TODAY });
      t.clock.set('2027-05-20');
      return {};
    },
  },
  'POST /api/v1/jobseekers/:id/protection/lift': {
    by: 'caseworker',
    outcome: 'once',
    before: aProtection,
    body: () => ({ reason: '本人が転居した' }),
  },
  'POST /api/v1/jobseekers/:id/protection/lift/confirmation': {
    by: 'caseworker',
    outcome: 'once',
    before: aProtection,
    body: async ({ t, person }) => {
      await anAskedLift(t, person.jobseekerId);
      return {};
    },
  },
  'POST /api/v1/jobseekers/:id/protection/lift/withdrawal': {
    by: 'caseworker',
    outcome: 'once',
    before: aProtection,
    body: async ({ t, person }) => {
      await anAskedLift(t, person.jobseekerId);
      return {};
    },
  },
  'POST /api/v1/broken-glass': {
    by: 'caseworker2',
    outcome: 'once',
    before: aProtection,
    body: ({ person }) => ({ number: person.numbers[0], reason: '急病で家族の連絡先が要る' }),
  },
  'POST /api/v1/broken-glass/:id/review': {
    by: 'auditor',
    outcome: 'once',
    before: async ({ t, person }) => ({ 'broken-glass': await aBrokenGlass(t, person.jobseekerId, 'caseworker2') }),
    body: () => ({ state: 'approved', note: '急病を確認した' }),
  },
  'POST /api/v1/duplicates/:id/decision': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ state: 'different', note: '生年月日が違う' }),
  },
  'POST /api/v1/notifications/:id/read': { by: 'navigator', outcome: 'same' },
  'POST /api/v1/notifications/:id/unread': { by: 'navigator', outcome: 'same' },
  'POST /api/v1/notifications/read-all': { by: 'navigator', outcome: 'same', body: () => ({}) },
  'POST /api/v1/cases/:id/assignments': {
    by: 'city-supervisor',
    outcome: 'once',
    before: aCaseFrom((t) => aCase(t, 'caseworker', { role: '通訳' })),
    body: async ({ t }) => ({ staffId: await staffIdOf(t, 'caseworker2'), role: '主担当', startsOn: TODAY }),
  },
  'POST /api/v1/assignments/:id/hand-over': {
    by: 'navigator',
    outcome: 'once',
    body: async (world) => ({
      toStaffId: await staffIdOf(world.t, 'navigator2'),
      on: TODAY,
      reason: '異動',
      note: '特になし',
      version: await versionOf(world, 'case_assignment', world.person.ids.assignment),
    }),
  },
  'POST /api/v1/assignments/:id/end': {
    by: 'navigator',
    outcome: 'once',
    body: ofRow('case_assignment', ({ person }) => person.ids.assignment, { endsOn: '2026-06-20' }),
  },
  'POST /api/v1/unattended-cases/take-over': {
    by: 'city-supervisor',
    outcome: 'same',
    before: async (world) => {
      const { caseId } = await aCase(world.t, 'caseworker2');
      await aDeparture('organisation', TODAY, 'caseworker2')(world);
      return { cases: caseId };
    },
    body: async ({ t }, { cases }) => ({ staffId: await staffIdOf(t, 'caseworker'), caseIds: [cases] }),
  },
  'POST /api/v1/unattended-tasks/take-over': {
    by: 'city-supervisor',
    outcome: 'same',
    before: async (world) => {
      const { t, person } = world;
      const ownerStaffId = await staffIdOf(t, 'caseworker2');
      const nextActions = [{ title: '保育所', dueOn: '2026-06-20', ownerSide: 'municipal', ownerStaffId }];
      await (
        await t.as('caseworker')
      ).post(
        '/consultations',
        consultationBody(t, { jobseekerId: person.jobseekerId, supportCaseId: person.caseId, nextActions }),
      );
      await aDeparture('organisation', TODAY, 'caseworker2')(world);
      return { task: await idIn(world, `SELECT id FROM next_action WHERE title = '保育所'`) };
    },
    body: async ({ t }, { task }) => ({
      staffId: await staffIdOf(t, 'caseworker'),
      tasks: [{ kind: 'next_action', id: task }],
    }),
  },
  'POST /api/v1/cases': {
    by: 'caseworker',
    outcome: 'once',
    before: async ({ t }) => ({ jobseekers: (await aJobseeker(t, 'caseworker')).id }),
    body: async ({ t }, { jobseekers }) => ({
      jobseekerId: jobseekers,
      programmeId: await programmeIdOf(t, 'caseworker', 'livelihood'),
      openedOn: TODAY,
      role: '主担当',
    }),
  },
  'PATCH /api/v1/cases/:id': { by: 'caseworker', outcome: 'once', body: onCase({ teamSupportSince: TODAY }) },
  'POST /api/v1/cases/:id/transitions': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom((t) => aCaseWithConsents(t)),
    body: onCase({ action: 'pick_candidate', on: TODAY }),
  },
  'POST /api/v1/cases/:id/meetings': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom((t) => aSharedCase(t)),
    body: onCase({ kind: 'interview', heldOn: TODAY }),
  },
  'POST /api/v1/cases/:id/closing/withdrawal': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom(async (t) => {
      const made = await aCase(t, 'caseworker');
      await takeStep(t, 'caseworker', made.caseId, 'close', { closeReason: 'moved' });
      return made;
    }),
    body: onCase({ reason: '別の人の記録だった' }),
  },
  'POST /api/v1/jobseekers/:id/consents': {
    by: 'caseworker',
    outcome: 'each',
    before: async ({ t }) => ({ jobseekers: (await aJobseeker(t, 'caseworker')).id }),
    body: () => ({ kind: 'participation', purpose: '就職支援への参加', method: 'signed', givenOn: TODAY }),
  },
  'POST /api/v1/consents/:id/confirmation': {
    by: 'navigator',
    outcome: 'once',
    before: async ({ t }) => {
      const { id } = await aJobseeker(t, 'caseworker', { familyKana: 'サイカイ' });
      await withSharingConsent(t, 'caseworker', id);
      await withdrawSharing(t, 'caseworker', id);
      return { consents: (await withSharingConsent(t, 'caseworker', id)).id, version: '1' };
    },
    body: onVersion({ decision: 'confirmed' }),
  },
  'POST /api/v1/jobseekers/:id/sharing-decisions': {
    by: 'caseworker',
    outcome: 'each',
    body: async ({ t }) => ({ ...A_MEETING, receiverId: await otherOrganisation(t, 'caseworker') }),
  },
  'POST /api/v1/sharing-decisions/:id/end': {
    by: 'caseworker',
    outcome: 'once',
    before: async ({ t, person }) => {
      const receiverId = await otherOrganisation(t, 'caseworker');
      const { body } = await (
        await t.as('caseworker')
      ).post(`/jobseekers/${person.jobseekerId}/sharing-decisions`, { ...A_MEETING, receiverId });
      return { 'sharing-decisions': body.id, version: '1' };
    },
    body: onVersion({}),
  },
  'POST /api/v1/consents/:id/categories': {
    by: 'caseworker',
    outcome: 'once',
    body: ofRow('consent', ({ person }) => person.ids.consent, { categories: ['plan'], narrowedOn: TODAY }),
  },
  'POST /api/v1/consents/:id/withdrawal': {
    by: 'caseworker',
    outcome: 'once',
    body: ofRow('consent', ({ person }) => person.ids.consent, { withdrawnOn: TODAY, reason: '本人の申出' }),
  },
  'POST /api/v1/cases/:id/placements': {
    by: 'caseworker',
    outcome: 'once',
    before: aCaseFrom((t) => aCaseInSupport(t)),
    body: () => ({ ...A_JOB, route: 'self_found' }),
  },
  'POST /api/v1/placements/:id/reversal': {
    by: 'navigator',
    outcome: 'once',
    before: aPlacementBefore,
    body: ofRow('placement', (_, { placements }) => placements, { reversedOn: TODAY, reasonCode: 'health' }),
  },
  'POST /api/v1/placements/:id/contacts': {
    by: 'caseworker',
    outcome: 'each',
    body: () => ({ contactedOn: TODAY, withWhom: 'jobseeker', channel: 'phone', stillWorking: true }),
  },
  'POST /api/v1/placements/:id/leaving': {
    by: 'caseworker',
    outcome: 'once',
    before: aPlacementBefore,
    body: ofRow('placement', (_, { placements }) => placements, { leftOn: '2026-06-09', reasonCode: 'health' }),
  },
  'POST /api/v1/placements/:id/leaving/withdrawal': {
    by: 'caseworker',
    outcome: 'once',
    before: aLeftPlacement,
    body: ofRow('placement', (_, { placements }) => placements, {}),
  },
  'PUT /api/v1/yearly-plans': { by: 'administrator', outcome: 'once', body: () => ({ file: PLAN_FILE, version: 1 }) },
  'POST /api/v1/yearly-plans/:fiscalYear/agreement': {
    by: 'administrator',
    outcome: 'once',
    before: async ({ t }) => {
      await t.owner.query(`DELETE FROM definition_agreement WHERE side = 'municipal'`);
      return {};
    },
    body: () => ({ version: 1 }),
  },
  'POST /api/v1/yearly-plans/:fiscalYear/agreement/withdrawal': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ version: 1 }),
  },
  'POST /api/v1/yearly-plans/preview': { by: 'administrator', outcome: 'each', body: () => ({ file: PLAN_FILE }) },
  'POST /api/v1/yearly-plans/:fiscalYear/manual-figures': {
    by: 'administrator',
    outcome: 'each',
    before: async ({ t }) => {
      await aYearlyPlan(
        t,
        `${PLAN_FILE}      - code: seminar\n        name: セミナー参加者数\n        unit: 人\n        manual: { source: 受付簿 }\n`,
      );
      return {};
    },
    body: () => ({ code: 'seminar', month: '2026-05', value: 12, source: '受付簿' }),
  },
  'POST /api/v1/reports': {
    by: 'city-supervisor',
    outcome: 'once',
    before: async ({ t }) => {
      t.clock.set('2026-07-10');
      return {};
    },
    body: () => ({ month: '2026-06' }),
  },
  'PUT /api/v1/site': {
    by: 'administrator',
    outcome: 'once',
    body: async (world) => {
      const id = await idIn(world, `SELECT id FROM site WHERE code = 'mihon'`);
      return {
        ...{ name: '見本市就労支援コーナー', openedOn: '2024-04-01', planCountsWhen: 'agreed' },
        ...{
          consultationEditableMinutes: 60,
          stalledAfterDays: 30,
          smallNumberLimit: 3,
          ...{ glassMinutes: 60, protectionLiftBy: 'two', guardianAgeParticipation: 18, guardianAgeSharing: 16 },
          version: await versionOf(world, 'site', id),
        },
      };
    },
  },
  'PUT /api/v1/site/council': {
    by: 'administrator',
    outcome: 'once',
    body: async (world) => ({
      name: '協議会',
      members: [{ organisationName: '見本市', post: '課長' }],
      version: Number(
        await idIn(
          world,
          `SELECT coalesce(max(c.version), 0) AS id FROM council c JOIN site s ON s.id = c.site_id WHERE s.code = 'mihon'`,
        ),
      ),
    }),
  },
  'PUT /api/v1/site/target-groups/selection': {
    by: 'administrator',
    outcome: 'once',
    body: async (world) => {
      const id = await idIn(world, `SELECT id FROM site WHERE code = 'mihon'`);
      return { codes: ['livelihood_protection'], version: await versionOf(world, 'site', id) };
    },
  },
  'POST /api/v1/site/target-groups': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ code: 'eight', name: '八人組' }),
  },
  'POST /api/v1/site/agreements': {
    by: 'administrator',
    outcome: 'each',
    body: () => ({ concludedOn: '2026-04-01', parties: '見本市と労働局' }),
  },
  'PUT /api/v1/site/agreements/:id': {
    by: 'administrator',
    outcome: 'once',
    body: ofSite('agreement', 'agreement', { concludedOn: '2026-04-01', parties: '見本市と労働局' }),
  },
  'POST /api/v1/site/organisations': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ code: 'eighth', name: '八番目の市', side: 'municipal' }),
  },
  'POST /api/v1/site/organisation-proposals/:id/confirmation': { by: 'hw-administrator', outcome: 'once' },
  'POST /api/v1/site/organisation-proposals/:id/refusal': { by: 'administrator', outcome: 'once' },
  'PUT /api/v1/site/organisations/:id': {
    by: 'administrator',
    outcome: 'once',
    body: ofSite('organisation', 'organisation', { name: '見本新市' }),
  },
  'POST /api/v1/site/desks': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ code: 'eighth', name: '八番窓口' }),
  },
  'PUT /api/v1/site/desks/:id': {
    by: 'administrator',
    outcome: 'once',
    body: ofSite('desk', 'desk', { name: '新しい窓口' }),
  },
  'POST /api/v1/site/programmes': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ code: 'eighth', name: '八番目の事業' }),
  },
  'PUT /api/v1/site/programmes/:id': {
    by: 'administrator',
    outcome: 'once',
    body: ofSite('programme', 'programme', { name: '改めた事業', optionalSteps: [] }),
  },
  'POST /api/v1/site/reasons': {
    by: 'administrator',
    outcome: 'once',
    body: () => ({ code: 'eighth', name: '八番目の理由', occasions: ['left'] }),
  },
  'PUT /api/v1/site/reasons/:id': {
    by: 'administrator',
    outcome: 'once',
    body: async (world) => {
      const [row]: { occasions: string[] }[] = await world.t.owner.query('SELECT occasions FROM reason WHERE id = $1', [
        world.site['reason'],
      ]);
      return {
        name: '改めた理由',
        occasions: row?.occasions,
        version: await versionOf(world, 'reason', world.site['reason']),
      };
    },
  },
  'POST /api/v1/visits': { by: 'caseworker', outcome: 'each', body: () => ({ visitedOn: TODAY, quantity: 3 }) },
  'POST /api/v1/visits/:id/correction': {
    by: 'caseworker',
    outcome: 'once',
    body: () => ({ reason: '数え直した' }),
  },
};
