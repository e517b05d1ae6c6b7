import { startApplication, type TestApplication } from '../../support/application.js';

describe('GET /healthz and /readyz', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  it('say to anyone that the process is up', async () => {
    const { statusCode, body } = await t.app.inject('/healthz');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'up' }]);
  });

  it('say that database and queue answer', async () => {
    const { statusCode, body } = await t.app.inject('/readyz');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ready', database: 'up', queue: 'up' }]);
  });
});
