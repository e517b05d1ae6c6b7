import { startApplication, type TestApplication } from '../../support/application.js';
import { aConsultation, consultationBody, staffIdOf } from '../../support/arrangements/consultations.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

describe('PUT /api/v1/consultations/:id', () => {
  let t: TestApplication;
  let jobseekerId: string;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    jobseekerId = (await aJobseeker(t, 'caseworker')).id;
    await withSharingConsent(t, 'caseworker', jobseekerId);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.clock.set('2026-06-10T10:00:00+09:00');
    id = await aConsultation(t, 'caseworker', { jobseekerId, sharedText: '求人を三件見た。', ownNote: '家計の話。' });
  });

  const edit = async (login: string, said: object) => {
    const { jobseekerId: _, ...fields } = consultationBody(t, { jobseekerId }) as Record<string, unknown>;
    return (await t.as(login)).put(`/consultations/${id}`, { ...fields, version: 1, ...said });
  };
  const reasonsOf = (body: { error: { reasons: { code: string }[] } }): string[] =>
    body.error.reasons.map(({ code }) => code);
  const read = async (login: string) => (await (await t.as(login)).get(`/consultations/${id}`)).body;

  it('answers 401 to nobody, 403 to a role that consults with nobody, 404 to a stranger', async () => {
    expect((await t.anonymous.put(`/consultations/${id}`, {})).status).toBe(401);
    expect((await edit('auditor', {})).status).toBe(403);
    expect((await edit('stranger', {})).status).toBe(404);
  });

  it('stores what the author changed, and the audit that the texts did', async () => {
    const navigator = await staffIdOf(t, 'navigator');
    const author = await staffIdOf(t, 'caseworker');
    expect(
      (
        await edit('caseworker', {
          kind: 'career',
          sharedText: '求人を四件見た。',
          ownNote: undefined,
          participantIds: [author, navigator],
        })
      ).status,
    ).toBe(204);
    expect(await read('caseworker')).toMatchObject({
      kind: 'career',
      sharedText: '求人を四件見た。',
      ownNote: null,
      version: 2,
      participants: [
        { id: author, side: 'municipal' },
        { id: navigator, side: 'national' },
      ],
    });
    const [{ changes }] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE subject_id = $1 AND action = 'consultation.edited'`,
      [id],
    );
    expect(changes).toMatchObject({
      sharedText: null,
      ownNote: null,
      kind: { from: 'vocational', to: 'career' },
    });
    expect(changes).not.toHaveProperty('heldOn');
  });

  it('is team support as long as staff of both sides took part, by whoever wrote it last', async () => {
    const [author, navigator] = [await staffIdOf(t, 'caseworker'), await staffIdOf(t, 'navigator')];
    const isJoint = async (): Promise<boolean> =>
      (await t.owner.query('SELECT both_sides_present AS joint FROM consultation WHERE id = $1', [id]))[0].joint;
    expect(await isJoint()).toBe(false);
    await edit('caseworker', { participantIds: [author, navigator] });
    expect(await isJoint()).toBe(true);
    await edit('caseworker', { participantIds: [author], version: 2 });
    expect(await isJoint()).toBe(false);
  });

  it('tells who was faster, and overwrites nothing', async () => {
    await edit('caseworker', { sharedText: '先に直した。' });
    const { status, body } = await edit('caseworker', { sharedText: '後から直した。' });
    expect([status, body.error.code, body.error.conflict]).toEqual([
      409,
      'stale_edit',
      expect.objectContaining({ changedBy: '架空 市子', currentVersion: 2 }),
    ]);
    expect((await read('caseworker')).sharedText).toBe('先に直した。');
  });

  it.each(['caseworker2', 'navigator'])('is refused to %s, who did not write it', async (login) => {
    const { status, body } = await edit(login, {});
    expect([status, reasonsOf(body)]).toEqual([409, ['only_author_edits']]);
  });

  it('is refused once the time of the site is over', async () => {
    await t.owner.query('UPDATE site SET consultation_editable_minutes = 60');
    t.clock.set('2026-06-10T11:00:00+09:00');
    expect((await edit('caseworker', {})).status).toBe(204);
    t.clock.set('2026-06-10T11:00:01+09:00');
    const { status, body } = await edit('caseworker', { version: 2 });
    expect([status, reasonsOf(body)]).toEqual([409, ['edit_window_over']]);
  });

  it('answers 422 with the field, as logging does', async () => {
    const { status, body } = await edit('caseworker', { heldOn: '2026-06-11' });
    expect([status, body.error.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'heldOn', code: 'date_in_future' })],
    ]);
  });

  describe('POST …/addenda', () => {
    const add = async (login: string, text = '面接の日が決まった。') =>
      (await t.as(login)).post(`/consultations/${id}/addenda`, { text });

    it('answers 401 to nobody, 403 to a role that consults with nobody, 404 to a stranger', async () => {
      expect((await t.anonymous.post(`/consultations/${id}/addenda`, { text: 'あ' })).status).toBe(401);
      expect((await add('auditor')).status).toBe(403);
      expect((await add('stranger')).status).toBe(404);
    });

    it('adds to the record of long ago, by whichever side has more to say', async () => {
      t.clock.set('2026-06-30T09:00:00+09:00');
      expect((await add('navigator')).status).toBe(201);
      const { sharedText, addenda } = await read('caseworker');
      expect(sharedText).toBe('求人を三件見た。');
      expect(addenda).toEqual([
        expect.objectContaining({
          text: '面接の日が決まった。',
          author: expect.objectContaining({ name: '例示 進', side: 'national' }),
          addedAt: '2026-06-30T00:00:00.000Z',
        }),
      ]);
    });

    it('answers 422 to an addendum that says nothing', async () => {
      expect((await add('caseworker', '　\n')).body.error.fields).toEqual([
        expect.objectContaining({ field: 'text', code: 'required' }),
      ]);
    });
  });
});
