import { DataSource } from 'typeorm';
import { evaluate, ROLL_UP } from '#indicators';
import { frozenClock } from '#kernel';
import { rollUpAsText } from '../../src/indicators/index.js';
import { rollUp } from '../../src/indicators/roll-up.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { factsOf, fillRandomly } from './random-site.js';
import { Connections, workerAlone } from '../../src/platform/database/connections.js';

const YEAR = { from: '2025-04-01', to: '2026-03-31' };
const clock = frozenClock('2026-04-05');

describe('全国集計', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  let app: DataSource;
  let siteId: number;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    app = await new DataSource({ type: 'postgres', url: database.workerUrl }).initialize();
    ({ siteId } = await fillRandomly(database.ownerUrl, owner, 20_250_401));
    await owner.query(`INSERT INTO site (code, name, opened_on) VALUES ('quiet', '静かな町', '2025-04-01')`);
  });
  afterAll(async () => {
    await app.destroy();
    await owner.destroy();
    await database.drop();
  });

  it('counts a fiscal year of every site as the reference does, and adds the sites up', async () => {
    const { sites, total, definitions } = await rollUp(
      new UnitOfWork(new Connections(app, workerAlone(database.workerUrl)), clock),
      2025,
      '2026-04-02',
    );
    const records = await factsOf(owner);
    const naive = ROLL_UP.map((definition) => {
      const figure = evaluate(definition, records, YEAR, '2026-04-02');
      return figure.state === 'count' ? figure.value : NaN;
    });
    expect(definitions).toEqual(ROLL_UP);
    expect(naive.filter((value) => value > 0).length).toBeGreaterThan(8);
    expect(sites.find((site) => site.siteId === siteId)?.values).toEqual(naive);
    expect(sites.filter((site) => site.siteId !== siteId).map(({ values }) => new Set(values))).toEqual([new Set([0])]);
    expect(total).toEqual(naive);
  });

  it('is a line a site on the server, with headings and the total', async () => {
    const lines = (await rollUpAsText(database.workerUrl, '2025', '2026-04-02', clock)).trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['', 'mihon', 'quiet', '計']);
    expect(lines[0]).toContain('相談・実人数\tチーム支援の相談・延べ件数');
    expect(lines[3]?.split('\t').slice(1)).toEqual(lines[1]?.split('\t').slice(1));
  });

  it.each([
    ['25', undefined],
    ['2025', '2026-02-30'],
  ])('refuses the year %s as of %s', async (year, asOf) => {
    await expect(rollUpAsText(database.workerUrl, year, asOf, clock)).rejects.toThrow(RangeError);
  });
});
