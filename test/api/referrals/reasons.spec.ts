import { startApplication, type TestApplication } from '../../support/application.js';
import { type CaseInSupport, aCaseInSupport, aReferral } from '../../support/arrangements/placements.js';

/** 理由: what an outcome is explained by. The same holds for refused offers, reversed placements and jobs that were left. */
describe('a reason given with POST /api/v1/referrals/:id/outcome', () => {
  let t: TestApplication;
  let of: CaseInSupport;
  beforeAll(async () => {
    t = await startApplication();
    of = await aCaseInSupport(t);
    await t.owner.query(
      `UPDATE reason SET retired_on = '2026-06-10' WHERE code = 'age' AND site_id = (SELECT id FROM site WHERE code = 'mihon')`,
    );
    await t.owner.query(
      `INSERT INTO reason (site_id, code, name, occasions) SELECT id, 'theirs', '別見市の理由', '{document_failed}' FROM site WHERE code = 'bekken'`,
    );
  });
  afterAll(() => t.close());

  const failed = async (said: object, outcome = 'document_failed') => {
    const { id, version } = await aReferral(t, { ...of, letter: true, interview: outcome === 'hired' });
    return {
      id,
      ...(await (
        await t.as('navigator')
      ).post(`/referrals/${id}/outcome`, { outcome, outcomeOn: '2026-06-09', version, ...said })),
    };
  };
  const stored = async (id: string) =>
    (
      await t.owner.query(
        'SELECT y.code, r.reason_note AS note FROM referral r LEFT JOIN reason y ON y.id = r.reason_id WHERE r.id = $1',
        [id],
      )
    )[0];

  it('is kept by its place on the site’s list, with what was added', async () => {
    const { id } = await failed({ reasonCode: 'experience', reasonNote: '実務3年以上' });
    expect(await stored(id)).toEqual({ code: 'experience', note: '実務3年以上' });
  });

  it('may be words alone, or missing where nothing must be explained', async () => {
    expect(await stored((await failed({ reasonNote: '作品集の様式' })).id)).toEqual({
      code: null,
      note: '作品集の様式',
    });
    expect(await stored((await failed({})).id)).toEqual({ code: null, note: null });
  });

  it('reads by the name it has now, also after it was retired', async () => {
    const { id } = await failed({ reasonCode: 'position_filled' });
    await t.owner.query(
      `UPDATE reason SET name = '応募多数', retired_on = '2026-06-10' WHERE code = 'position_filled'`,
    );
    const { body } = await (await t.as('caseworker')).get(`/cases/${of.caseId}/referrals`);
    expect(body.referrals.find((one: { id: string }) => one.id === id).reason).toEqual({
      code: 'position_filled',
      name: '応募多数',
      note: null,
    });
  });

  it.each([
    ['nobody’s', { reasonCode: 'weather' }, 'reason_not_on_list'],
    ['another site’s', { reasonCode: 'theirs' }, 'reason_not_on_list'],
    ['retired today', { reasonCode: 'age' }, 'reason_retired'],
    ['one of leaving a job', { reasonCode: 'contract_ended' }, 'reason_of_another_occasion'],
    ['one for a hire', { outcome: 'hired', reasonCode: 'experience' }, 'reason_of_another_occasion'],
  ])('answers 422 at the field to %s', async (_, said: { outcome?: string; reasonCode: string }, code) => {
    const { status, body, id } = await failed(said, said.outcome);
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field: 'reasonCode', code })]]);
    expect((await t.owner.query('SELECT outcome FROM referral WHERE id = $1', [id]))[0].outcome).toBe('pending');
  });

  it('cannot be another site’s even past the rules', async () => {
    const { id } = await failed({});
    await expect(
      t.owner.query(`UPDATE referral SET reason_id = (SELECT id FROM reason WHERE code = 'theirs') WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow('referral_reason_of_site');
  });
});
