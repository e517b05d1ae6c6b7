import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { systemClock } from '#kernel';
import { DEMO_LOGINS } from '../../src/demonstration/city/site.js';
import { loadDemonstrationIfEmpty } from '../../src/demonstration/index.js';
import { createWeb } from '../../src/web.js';
import { DESKTOP, openBrowser, type Page, PHONE } from '../support/browser.js';
import { freshDatabase } from '../support/database.js';
import { DeskUser } from '../support/desk-user.js';
import { PAGES } from '../support/every-page.js';
import { demonstrationIds } from './demonstration-ids.js';
import { withPalette } from './palette-png.js';

const FOLDER = resolve('data/screenshots');
const README_FOLDER = resolve('.github/screenshots');
/** Who of the demonstration stands for a login of the table, where the names differ. */
const STANDS_FOR: Readonly<Record<string, string>> = { administrator: 'city-administrator', auditor: 'city-auditor' };

/** The README's pictures: name of the picture, and the name it is given there. */
const README: Readonly<Record<string, string>> = {
  'caseworker-home-1280': 'home',
  'caseworker-cases-id-1280': 'case-file',
  'caseworker-consultations-new-1280': 'quick-log',
  'caseworker-cases-id-plan-1280': 'plan',
  'navigator-cases-id-referrals-1280': 'referral-ladder',
  'city-supervisor-month-1280': 'month',
  'city-supervisor-figures-code-1280': 'figure-opened',
  'caseworker-home-390': 'home-phone',
};
/** No more of a long page is shown in the README, in CSS pixels. */
const README_HEIGHT = 1000;

it('takes a picture of every page at both widths', async () => {
  const database = await freshDatabase();
  await loadDemonstrationIfEmpty({ ...database, log: say });
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const ids = await demonstrationIds(owner, systemClock.today());
  const web = await createWeb({
    root: resolve('.'),
    database,
    cookieSecret: 'for-pictures-only-for-pictures-32',
    poolSize: 4,
  });
  await web.listen(0, '127.0.0.1');
  const baseURL = await web.getUrl();
  const browser = await openBrowser();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });

  const windows = new Map<string, Promise<Page>>();
  const windowOf = (login: string, width: number): Promise<Page> => {
    const who = DEMO_LOGINS.find((one) => one.login === (STANDS_FOR[login] ?? login));
    const key = `${login} ${width}`;
    const open =
      windows.get(key) ??
      DeskUser.signedIn(browser, who?.login ?? login, { baseURL, width }, who?.password).then(({ page }) => page);
    windows.set(key, open);
    return open;
  };
  const taken = new Map<string, number>();
  const without: string[] = [];
  for (const { route, login, at } of PAGES) {
    for (const width of [DESKTOP, PHONE]) {
      const page = await windowOf(login, width);
      const answer = await page.goto(at(ids));
      if (answer?.status() !== 200) {
        without.push(`${at(ids)} for ${login}: ${answer?.status()}`);
        continue;
      }
      const base = `${login}-${route === '/' ? 'home' : route.replace(/[/:]+/g, '-').replace(/^-/, '')}-${width}`;
      const times = (taken.get(base) ?? 0) + 1;
      taken.set(base, times);
      const name = times === 1 ? base : `${base}-${times}`;
      writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ fullPage: true }));
      if (process.env.README_PICTURES && README[name] !== undefined) await forReadme(page, README[name]);
    }
  }
  say(
    `${taken.size} pictures are in data/screenshots.${without.length === 0 ? '' : ` Not in the demonstration:\n${without.join('\n')}`}`,
  );
  await browser.close();
  await web.close();
  await owner.destroy();
  await database.drop();
});

async function forReadme(page: Page, name: string): Promise<void> {
  mkdirSync(README_FOLDER, { recursive: true });
  const width = page.viewportSize()?.width ?? DESKTOP;
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height: README_HEIGHT }, fullPage: true });
  writeFileSync(join(README_FOLDER, `${name}.png`), withPalette(picture));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
