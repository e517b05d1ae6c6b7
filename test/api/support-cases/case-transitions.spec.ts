import type { StaffActor } from '#access';
import type { CaseFacts } from '#domain/support-case';
import { UnitOfWork } from '../../../src/platform/unit-of-work/index.js';
import { CaseEvidence, CaseFrame, CaseTransitions, CaseTasks } from '../../../src/support-cases/index.js';
import { SPEC_DAY, startApplication, type TestApplication } from '../../support/application.js';
import { aCase, aCaseWithConsents } from '../../support/arrangements/cases.js';

/** What the rooms built on the support case rely on: ports to register at, transitions inside their own transactions. */
describe('the doors of the support case', () => {
  let t: TestApplication;
  let navigator: StaffActor;
  const facts = new Map<string, Partial<CaseFacts>>();
  beforeAll(async () => {
    t = await startApplication(SPEC_DAY, { own: true });
    navigator = await actorOf('navigator');
    t.app
      .get(CaseEvidence, { strict: false })
      .register({ select: 'c.id', tell: (caseId: string) => facts.get(caseId) ?? {} });
  });
  afterAll(() => t.close());

  async function actorOf(login: string): Promise<StaffActor> {
    const [row] = await t.owner.query(
      `SELECT s.id, s.name, s.role, o.id AS org, o.name AS org_name, o.side, ss.site_id FROM staff s JOIN organisation o ON o.id = s.organisation_id
       JOIN staff_site ss ON ss.staff_id = s.id WHERE s.login = $1`,
      [login],
    );
    return {
      kind: 'staff',
      staffId: row.id,
      name: row.name,
      organisationId: row.org,
      organisationName: row.org_name,
      side: row.side,
      role: row.role,
      siteIds: [row.site_id],
      siteId: row.site_id,
      deskId: null,
    };
  }

  const follow = (caseId: string, on: string) =>
    t.app
      .get(UnitOfWork)
      .write(navigator, { purpose: 'spec' }, (tx) =>
        t.app.get(CaseTransitions, { strict: false }).follow(tx, { caseId, on }),
      );

  async function anActiveCase(since: string): Promise<string> {
    const { caseId } = await aCaseWithConsents(t, { programme: 'walk-in', openedOn: '2026-05-01' });
    await t.owner.query(`UPDATE support_case SET status = 'active', status_since = $2 WHERE id = $1`, [caseId, since]);
    return caseId;
  }

  it('let the state follow offer and placement records, and rest once they agree', async () => {
    const caseId = await anActiveCase('2026-06-01');
    facts.set(caseId, { offer: 'open' });
    expect(await follow(caseId, '2026-06-03')).toBe('offered');
    facts.set(caseId, { placement: { id: '1', byReferral: true, state: 'in_force' } });
    expect(await follow(caseId, '2026-06-05')).toBe('placed');
    expect(await follow(caseId, '2026-06-05')).toBe('placed');
    const moves = await t.owner.query('SELECT action FROM case_transition WHERE support_case_id = $1 ORDER BY id', [
      caseId,
    ]);
    expect(moves.map(({ action }: { action: string }) => action)).toEqual([
      'open',
      'confirm_offer',
      'record_placement',
    ]);
  });

  it('keep the states in order when an earlier day is recorded later', async () => {
    const caseId = await anActiveCase('2026-06-08');
    facts.set(caseId, { placement: { id: '1', byReferral: true, state: 'in_force' } });
    await follow(caseId, '2026-06-02');
    const [row] = await t.owner.query(
      `SELECT happened_on::text FROM case_transition WHERE support_case_id = $1 AND to_status = 'placed'`,
      [caseId],
    );
    expect(row).toEqual({ happened_on: '2026-06-08' });
  });

  it('write nothing when the use case around them fails', async () => {
    const caseId = await anActiveCase('2026-06-01');
    facts.set(caseId, { offer: 'open' });
    const failing = t.app.get(UnitOfWork).write(navigator, { purpose: 'spec' }, async (tx) => {
      await t.app
        .get(CaseTransitions, { strict: false })
        .perform(tx, { caseId, action: 'confirm_offer', on: '2026-06-03' });
      throw new Error('the offer could not be written');
    });
    await expect(failing).rejects.toThrow('could not be written');
    expect(await t.owner.query('SELECT status, version FROM support_case WHERE id = $1', [caseId])).toEqual([
      { status: 'active', version: expect.any(Number) },
    ]);
    expect(
      await t.owner.query(`SELECT id FROM case_transition WHERE support_case_id = $1 AND action = 'confirm_offer'`, [
        caseId,
      ]),
    ).toEqual([]);
  });

  it('show in the head of the case what is known of the person, and of several next steps the earliest due', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    const city = await t.as('caseworker');
    await city.post(`/jobseekers/${jobseekerId}/benefits`, {
      name: '住宅手当',
      startsOn: '2026-01-01',
      endsOn: '2026-07-03',
    });
    const tasks = t.app.get(CaseTasks, { strict: false });
    const task = (title: string, dueOn: string | null) => ({
      id: title,
      title,
      side: 'municipal' as const,
      ownerName: null,
      dueOn,
      href: '/',
    });
    tasks.register((_tx, { id }) => Promise.resolve(id === caseId ? [task('いつか', null)] : []));
    tasks.register((_tx, { id }) => Promise.resolve(id === caseId ? [task('履歴書を確認する', '2026-06-12')] : []));

    const frame = await t.app.get(CaseFrame, { strict: false }).load(await actorOf('caseworker'), caseId);
    expect(frame).toMatchObject({
      case: { id: caseId, status: 'intake' },
      person: {
        name: '見本 花子',
        kana: 'ミホン ハナコ',
        sharing: 'missing',
        clocks: [{ name: '住宅手当', daysLeft: 23 }],
        protectedUntil: null,
      },
      team: [{ name: '架空 市子', side: 'municipal', role: '主担当' }],
      nextStep: { title: '履歴書を確認する' },
    });
  });
});
