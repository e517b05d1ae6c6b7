import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, aReferral, timelineOf } from '../../support/arrangements/placements.js';

describe('POST /api/v1/referrals/:id/interview/cancellation', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
  });
  afterAll(() => t.close());

  const CANCELLED = { cancelledOn: '2026-06-10', reasonNote: '先方の都合' };
  const cancel = async (id: string, body: object, login = 'navigator') =>
    (await t.as(login)).post(`/referrals/${id}/interview/cancellation`, { ...CANCELLED, ...body });
  const arrange = async (id: string, body: object) =>
    (await t.as('navigator')).post(`/referrals/${id}/interview`, body);
  async function anInterview(interviewOn = '2026-06-17'): Promise<{ id: string; version: number }> {
    const { id, version } = await aReferral(t, { ...of, letter: true });
    return { id, version: (await arrange(id, { interviewOn, version })).body.version };
  }

  it('answers 401, 403 and 404 to those who may not', async () => {
    const { id, version } = await anInterview();
    expect((await t.anonymous.post(`/referrals/${id}/interview/cancellation`, CANCELLED)).status).toBe(401);
    expect((await cancel(id, { version }, 'caseworker')).status).toBe(403);
    expect((await cancel(id, { version }, 'stranger-navigator')).status).toBe(404);
  });

  it.each(['2026-06-17', '2026-06-09'])(
    'keeps the day of the one of %s with the reason; another can be arranged',
    async (day) => {
      const { id, version } = await anInterview(day);
      expect((await cancel(id, { version })).body).toEqual({ version: version + 1 });
      expect(
        await t.owner.query(
          `SELECT r.interview_on AS stands, i.interview_on::text AS on, i.status, i.ended_on::text AS ended, i.reason_note AS why
            FROM interview i JOIN referral r ON r.id = i.referral_id WHERE r.id = $1`,
          [id],
        ),
      ).toEqual([{ stands: null, on: day, status: 'cancelled', ended: '2026-06-10', why: '先方の都合' }]);
      expect((await timelineOf(t, of.caseId)).at(-1)).toBe('referral.interview_cancelled');
      expect((await arrange(id, { interviewOn: '2026-06-20', version: version + 1 })).status).toBe(200);
    },
  );

  it('leaves the interview that was held before standing', async () => {
    const { id, version } = await anInterview('2026-06-09');
    await arrange(id, { interviewOn: '2026-06-20', further: true, version });
    await cancel(id, { version: version + 1 });
    const [row] = await t.owner.query('SELECT interview_on::text AS day FROM referral WHERE id = $1', [id]);
    expect(row).toEqual({ day: '2026-06-09' });
    expect((await cancel(id, { version: version + 2 })).body.error.reasons[0].code).toBe('no_interview_arranged');
  });

  it('says why it cannot be, and names the field of a slip', async () => {
    const { id: asked } = await aReferral(t, { ...of, letter: true });
    expect((await cancel(asked, { version: 2 })).body.error.reasons[0].code).toBe('no_interview_arranged');
    const over = await aReferral(t, { ...of, letter: true, interview: true, outcome: 'interview_failed' });
    expect((await cancel(over.id, { version: over.version })).body.error.reasons[0].code).toBe(
      'referral_already_decided',
    );
    const { id, version } = await anInterview();
    expect((await cancel(id, { cancelledOn: '2026-06-11', version })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'cancelledOn', code: 'date_in_future' }),
    ]);
    expect((await cancel(id, { version: version - 1 })).body.error.code).toBe('stale_edit');
  });
});
