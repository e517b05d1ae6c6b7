import { randomUUID } from 'node:crypto';
import { DeliverNoticesJob } from '../../../src/notifications/deliver-notices.job.js';
import type { NoticeWanted } from '../../../src/platform/unit-of-work/index.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { aRequestedCase } from '../../support/arrangements/cases.js';

interface Line {
  readonly id: string;
  readonly caseId: string | null;
  readonly readAt: string | null;
}

describe('/api/v1/notifications', () => {
  let t: TestApplication;
  let line: Line;
  const lines = async (login: string): Promise<Line[]> => (await (await t.as(login)).get('/notifications')).body.items;
  const press = async (login: string, act: string, body?: object) =>
    (await t.as(login)).post(`/notifications/${act}`, body);
  beforeAll(async () => {
    t = await startApplication();
    const { caseId } = await aRequestedCase(t);
    const waiting: { id: string; payload: NoticeWanted }[] = await t.owner.query(
      `SELECT id, payload FROM outbox_message WHERE topic = 'notice.deliver' AND dispatched_at IS NULL ORDER BY id`,
    );
    for (const { id, payload } of waiting) await t.app.get(DeliverNoticesJob).deliver(payload, id);
    const found = (await lines('hw-supervisor')).find((one) => one.caseId === caseId);
    if (!found) throw new Error('nobody was told');
    line = found;
  });
  afterAll(() => t.close());

  it('are for whoever is signed in: 401', async () => {
    for (const act of [`${line.id}/read`, `${line.id}/unread`, 'read-all'])
      expect((await t.anonymous.post(`/notifications/${act}`)).status).toBe(401);
    expect((await t.anonymous.get('/notifications')).status).toBe(401);
    // An auditor is told of their own sign-in.
    expect(await lines('auditor')).toEqual([]);
  });

  it('GET: one’s own, each with what it is about and whether it was read', async () => {
    expect(line).toMatchObject({ name: '見本 花子', hidden: false, readAt: null });
    expect(await lines('caseworker')).toEqual([]);
    expect(await lines('stranger-supervisor')).toEqual([]);
  });

  it.each(['read', 'unread'])('POST :id/%s: 404 for another’s and for one that is none', async (act) => {
    for (const login of ['caseworker', 'city-supervisor', 'stranger'])
      expect((await press(login, `${line.id}/${act}`)).status).toBe(404);
    expect((await press('hw-supervisor', `${randomUUID()}/${act}`)).status).toBe(404);
    expect((await lines('hw-supervisor')).filter(({ readAt }) => readAt !== null)).toEqual([]);
  });

  it('POST :id/read, and taken back: POST :id/unread', async () => {
    const readAt = async () => (await lines('hw-supervisor')).find(({ id }) => id === line.id)?.readAt;
    expect((await press('hw-supervisor', `${line.id}/read`)).status).toBe(204);
    expect(await readAt()).not.toBeNull();
    expect((await press('hw-supervisor', `${line.id}/unread`)).status).toBe(204);
    expect(await readAt()).toBeNull();
  });

  it('POST read-all: up to the one that was seen, which has to be a notice', async () => {
    expect((await press('hw-supervisor', 'read-all', { upTo: 'the newest' })).body.error.fields).toEqual([
      expect.objectContaining({ field: 'upTo', code: 'not_an_id' }),
    ]);
    expect((await press('hw-supervisor', 'read-all', { upTo: line.id })).status).toBe(204);
    expect((await lines('hw-supervisor')).every(({ readAt }) => readAt !== null)).toBe(true);
  });
});
