import { DeliverNoticesJob } from '../../../src/notifications/deliver-notices.job.js';
import { RemindersJob } from '../../../src/notifications/reminders.job.js';
import type { NoticeWanted } from '../../../src/platform/unit-of-work/index.js';
import { JobHandlers } from '../../../src/platform/queue/index.js';
import { type Answer, startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, HANAKO } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

const REASON = '救急搬送され、家族の連絡先が要る';

interface Person {
  readonly id: string;
  readonly number: string;
}

/** What is done of an application in the specs below. */
const at = (t: () => TestApplication) => ({
  hidden: (overrides: object = {}): Promise<Person> =>
    aJobseeker(t(), 'caseworker', { ...HANAKO, protectedFrom: t().clock.today(), ...overrides }),
  open: async (login: string, number: string, reason = REASON): Promise<Answer> =>
    (await t().as(login)).post('/broken-glass', { number, reason }),
  sees: async (login: string, { id }: Person): Promise<number> =>
    (await (await t().as(login)).get(`/jobseekers/${id}`)).status,
  told: async (login: string, { id }: Person): Promise<string[]> => {
    const messages: { id: string; payload: NoticeWanted }[] = await t().owner.query(
      `SELECT id, payload FROM outbox_message WHERE topic = 'notice.deliver' AND dispatched_at IS NULL ORDER BY id`,
    );
    for (const message of messages) {
      await t().app.get(DeliverNoticesJob).deliver(message.payload, message.id);
      await t().owner.query('UPDATE outbox_message SET dispatched_at = now() WHERE id = $1', [message.id]);
    }
    const rows: { kind: string }[] = await t().owner.query(
      'SELECT n.kind FROM notification n JOIN staff s ON s.id = n.staff_id WHERE s.login = $1 AND n.jobseeker_id = $2 ORDER BY n.created_at, n.kind',
      [login, id],
    );
    return rows.map(({ kind }) => kind).filter((kind) => kind !== 'jobseeker.protected');
  },
});

describe('/api/v1/broken-glass', () => {
  let t: TestApplication;
  const { hidden, open, sees, told } = at(() => t);
  let person: Person;
  beforeAll(async () => {
    t = await startApplication();
    person = await hidden();
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to those who read no records', async () => {
    expect((await t.anonymous.post('/broken-glass', { number: person.number, reason: REASON })).status).toBe(401);
    for (const login of ['administrator', 'auditor']) expect((await open(login, person.number)).status).toBe(403);
    for (const login of ['caseworker', 'administrator'])
      expect((await (await t.as(login)).get('/broken-glass')).status).toBe(403);
  });

  it("answers to a number out of one's organisation's sight as to one that nobody has", async () => {
    const unknown = await open('navigator', '0000000');
    expect([unknown.status, unknown.body.error.fields]).toMatchObject([
      422,
      [{ field: 'number', code: 'no_record_of_number' }],
    ]);
    expect((await open('navigator', person.number)).body).toEqual(unknown.body);
    expect((await open('stranger', person.number)).body).toEqual(unknown.body);
    expect((await open('caseworker2', person.number, ' ')).body.error.fields).toMatchObject([
      { field: 'reason', code: 'required' },
    ]);
    expect(await t.owner.query('SELECT 1 FROM broken_glass')).toEqual([]);
  });

  it('is not needed by those who see the record, nor of one that is not in hiding', async () => {
    const { number } = await aJobseeker(t, 'caseworker', { ...HANAKO, familyKana: 'フツウ' });
    for (const [login, of] of [
      ['caseworker', person.number],
      ['city-supervisor', person.number],
      ['caseworker2', number],
    ] as const)
      expect((await open(login, of)).body.error.reasons).toMatchObject([{ code: 'record_in_sight' }]);
  });

  it('unlocks nothing where it was interrupted before it was written down', async () => {
    await t.owner.query(
      `CREATE FUNCTION refuse_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
    );
    await t.owner.query(
      `CREATE TRIGGER refuse_line BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.action = 'jobseeker.glass_broken') EXECUTE FUNCTION refuse_line()`,
    );
    // No answer that the description promises: the server's own failure.
    await expect(open('caseworker2', person.number)).rejects.toThrow('500');
    expect([await sees('caseworker2', person), await told('city-supervisor', person)]).toEqual([404, []]);
    await t.owner.query('DROP TRIGGER refuse_line ON audit_entry');
  });

  it('opens the record to whoever asked, once by eight at the same moment, and to no colleague', async () => {
    expect(await sees('caseworker2', person)).toBe(404);
    const answers = await Promise.all(Array.from({ length: 8 }, () => open('caseworker2', person.number)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(answers.find(({ status }) => status === 201)?.body).toEqual({
      id: expect.any(String),
      jobseekerId: person.id,
      until: '2026-06-10T04:00:00.000Z',
    });
    expect([await sees('caseworker2', person), await sees('navigator', person)]).toEqual([200, 404]);
    const acts = await t.owner.query(
      `SELECT e.action FROM audit_entry e JOIN staff s ON s.id = e.actor_staff_id WHERE e.jobseeker_id = $1 AND s.login = 'caseworker2' ORDER BY e.action`,
      [person.id],
    );
    expect(acts).toEqual([{ action: 'jobseeker.glass_broken' }, { action: 'jobseeker.opened' }]);
  });

  it('is told at once to the supervisor of who registered the person', async () => {
    expect(await told('city-supervisor', person)).toEqual(['jobseeker.glass_broken']);
    expect(await told('hw-supervisor', person)).toEqual([]);
    const [asked] = await t.owner.query(
      `SELECT id, payload FROM outbox_message WHERE payload ->> 'kind' = 'glass_to_review'`,
    );
    await t.app.get(JobHandlers).handle('staff.tell', asked.payload, asked.id);
    const page = await PageUser.signedIn(t, 'auditor');
    expect((await page.get('/notifications')).html).toContain('href="/broken-glass"');
  });

  it('lifts and answers nothing: the protection is decided about by those who are named', async () => {
    const user = await t.as('caseworker2');
    expect(
      (await user.post(`/jobseekers/${person.id}/protection/lift`, { reason: '不要' })).body.error.reasons,
    ).toMatchObject([{ code: 'protection_needs_assignment' }]);
    expect((await user.get('/duplicates')).body.items).toEqual([]);
  });

  it('is over to the moment', async () => {
    const until = (moment: Date): Promise<unknown> =>
      t.owner.query(
        `UPDATE broken_glass SET opened_at = $1::timestamptz - interval '1 hour', until = $1::timestamptz`,
        [moment],
      );
    await until(new Date(t.clock.now().getTime() + 1));
    expect(await sees('caseworker2', person)).toBe(200);
    await until(t.clock.now());
    expect(await sees('caseworker2', person)).toBe(404);
  });

  it('is reviewed by the auditor, who reads the reason and no record, once or otherwise', async () => {
    const auditor = await t.as('auditor');
    const { body } = await auditor.get('/broken-glass');
    expect(body.items).toMatchObject([
      {
        openedBy: '架空 福男',
        organisationName: '見本市',
        number: person.number,
        reason: REASON,
        state: 'pending',
        reviewedBy: null,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(HANAKO.familyName + ' ' + HANAKO.givenName);
    const review = (payload: object) => auditor.post(`/broken-glass/${body.items[0].id}/review`, payload);
    expect((await review({ state: 'flagged' })).body.error.fields).toMatchObject([{ field: 'note', code: 'required' }]);
    expect((await review({ state: 'approved', note: '搬送を確認' })).status).toBe(204);
    expect((await review({ state: 'approved', note: '搬送を確認' })).body.error.reasons).toMatchObject([
      { code: 'glass_reviewed' },
    ]);
    expect((await review({ state: 'flagged', note: '搬送の記録がない' })).status).toBe(204);
    expect((await auditor.get('/broken-glass')).body.items).toMatchObject([
      { state: 'flagged', note: '搬送の記録がない', reviewedBy: '架空 監' },
    ]);
    expect(await told('city-supervisor', person)).toEqual(['jobseeker.glass_broken', 'jobseeker.glass_flagged']);
  });

  it('has its pages', async () => {
    const again = await hidden({ familyKana: 'ページ' });
    const page = await PageUser.signedIn(t, 'caseworker2');
    const refused = await page.submit('/broken-glass/new', '/broken-glass', { number: '0000000', reason: REASON });
    expect(refused.html).toContain('この番号の記録は見つかりません');
    expect(
      (await page.submit('/broken-glass/new', '/broken-glass', { number: again.number, reason: REASON })).location,
    ).toBe(`/jobseekers/${again.id}?flash=glass_broken`);
    const auditor = await PageUser.signedIn(t, 'auditor');
    const [{ id }] = await t.owner.query('SELECT id FROM broken_glass WHERE jobseeker_id = $1', [again.id]);
    expect(
      (await auditor.submit('/broken-glass', `/broken-glass/${id}/review`, { state: 'approved', note: '' })).html,
    ).toContain('入力してください。');
    expect(
      (await auditor.submit('/broken-glass', `/broken-glass/${id}/review`, { state: 'approved', note: '確認' }))
        .location,
    ).toBe('/broken-glass?flash=saved');
  });
});

describe('the end of a protection', () => {
  let t: TestApplication;
  const { hidden, sees, told } = at(() => t);
  const lift = async (login: string, { id }: Person, way = ''): Promise<Answer> =>
    (await t.as(login)).post(`/jobseekers/${id}/protection/lift${way}`, way === '' ? { reason: '転居した' } : {});
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('before its last day takes two of those who may see the person; each is told', async () => {
    const person = await hidden();
    expect((await lift('caseworker2', person)).status).toBe(404);
    expect((await lift('caseworker', person, '/confirmation')).body.error.reasons).toMatchObject([
      { code: 'protection_lift_missing' },
    ]);
    expect((await lift('caseworker', person)).status).toBe(204);
    expect((await lift('city-supervisor', person)).body.error.reasons).toMatchObject([
      { code: 'protection_lift_waiting' },
    ]);
    expect(await told('city-supervisor', person)).toEqual(['jobseeker.protection_lift_asked']);
    expect((await lift('caseworker', person, '/confirmation')).body.error.reasons).toMatchObject([
      { code: 'protection_lift_by_another' },
    ]);
    expect(await sees('caseworker2', person)).toBe(404);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => lift('city-supervisor', person, '/confirmation')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(409)]);
    expect(await sees('caseworker2', person)).toBe(200);
    const [line] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'jobseeker.protection_ended' AND jobseeker_id = $1`,
      [person.id],
    );
    expect(line.changes).toEqual({ protectedUntil: { from: '2027-06-09', to: '2026-06-09' } });
  });

  it('is not confirmed by the one who asked, straight at the database neither', async () => {
    const person = await hidden({ familyKana: 'ヒトリ' });
    await lift('caseworker', person);
    await expect(
      t.owner.query(
        `UPDATE protection_lift SET state = 'confirmed', decided_at = now(), decided_by = requested_by WHERE jobseeker_id = $1`,
        [person.id],
      ),
    ).rejects.toThrow('protection_lift_by_another');
  });

  it('is taken back, and what was asked of an earlier protection is not confirmed of the next', async () => {
    const person = await hidden({ familyKana: 'トリケシ' });
    await lift('caseworker', person);
    expect((await lift('city-supervisor', person, '/withdrawal')).status).toBe(204);
    expect((await lift('city-supervisor', person, '/confirmation')).status).toBe(409);
    await lift('caseworker', person);
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2026-06-09' WHERE id = $1`, [person.id]);
    expect(
      (await (await t.as('caseworker')).post(`/jobseekers/${person.id}/protection`, { startsOn: '2026-06-10' })).status,
    ).toBe(204);
    expect((await lift('city-supervisor', person, '/confirmation')).body.error.reasons).toMatchObject([
      { code: 'protection_lift_missing' },
    ]);
  });

  it('takes one where the site says so', async () => {
    const person = await hidden({ familyKana: 'ヒトリデ' });
    await t.owner.query(`UPDATE site SET protection_lift_by = 'one'`);
    expect((await lift('caseworker', person)).status).toBe(204);
    expect(await sees('caseworker2', person)).toBe(200);
    await t.owner.query(`UPDATE site SET protection_lift_by = 'two'`);
  });

  it('is asked and confirmed on the page of the protection', async () => {
    const person = await hidden({ familyKana: 'ガメン' });
    const at = `/jobseekers/${person.id}/protection`;
    const [one, other] = [await PageUser.signedIn(t, 'caseworker'), await PageUser.signedIn(t, 'city-supervisor')];
    expect((await one.submit(at, `${at}/lift`, { reason: '' })).html).toContain('入力してください。');
    expect((await one.submit(at, `${at}/lift`, { reason: '転居した' })).location).toBe(`${at}?flash=saved`);
    expect((await one.get(at)).html).not.toContain(`${at}/lift/confirmation`);
    expect((await other.submit(at, `${at}/lift/confirmation`, {})).location).toBe(
      `/jobseekers/${person.id}?flash=saved`,
    );
  });

  it('is reminded of a month before, and when it is over, once to each who may see the person', async () => {
    const person = await hidden({ familyKana: 'キゲン' });
    const reminded = async (day: string): Promise<string[]> => {
      t.clock.set(`${day}T00:00:00Z`);
      for (let times = 0; times < 2; times += 1) await t.app.get(RemindersJob).remindEverywhere();
      return (await told('city-supervisor', person)).filter((kind) => !kind.startsWith('jobseeker.'));
    };
    expect(await reminded('2027-05-08')).toEqual([]);
    expect(await reminded('2027-05-09')).toEqual(['protection_renewal']);
    expect(await reminded('2027-06-09')).toEqual(['protection_renewal']);
    expect((await reminded('2027-06-10')).sort()).toEqual(['protection_expired', 'protection_renewal']);
    expect((await told('caseworker', person)).filter((kind) => kind === 'protection_renewal')).toEqual([
      'protection_renewal',
    ]);
    expect((await told('caseworker2', person)).filter((kind) => kind.startsWith('protection'))).toEqual([]);
  });
});
