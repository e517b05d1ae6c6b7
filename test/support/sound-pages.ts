import { RouteDeclarations } from '../../src/platform/http/index.js';
import { startApplication, type TestApplication } from './application.js';
import { aPopulatedSite, type PopulatedSite } from './arrangements/populated-site.js';
import { axe, type AxeViolation, DESKTOP, openBrowser, type Page, PHONE, type TestBrowser } from './browser.js';
import { DeskUser } from './desk-user.js';
import { type Area, NO_PAGES, PAGES, pagesOf } from './every-page.js';

/** One heading of the page, nothing beyond its right edge in CSS pixels, no broken rule of WCAG 2.2 AA. */
const SOUND: { headings: number; overflow: number; violations: AxeViolation[] } = {
  headings: 1,
  overflow: 0,
  violations: [],
};

/** What every page of an area promises, whatever it shows: a spec for each area, so that the workers share them. */
export function describePages(area: Area): void {
  describe(`every page of the ${area}`, () => promises(area));
}

function promises(area: Area): void {
  let t: TestApplication;
  let browser: TestBrowser;
  let baseURL: string;
  let ids: PopulatedSite;
  /** What went wrong in a window since it was last asked. */
  const troubles: string[] = [];
  beforeAll(async () => {
    t = await startApplication();
    ids = await aPopulatedSite(t);
    baseURL = await t.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await t.close();
  });

  interface Windows {
    readonly wide: Page;
    readonly narrow: Page;
    readonly plain: Page;
  }
  const opened = new Map<string, Promise<Windows>>();
  /** The windows of a person, kept from page to page: one session, so that they show the same. */
  function windowsOf(login: string): Promise<Windows> {
    const windows = opened.get(login) ?? openWindows(login);
    opened.set(login, windows);
    return windows;
  }
  async function openWindows(login: string): Promise<Windows> {
    const { page: wide } = await DeskUser.signedIn(browser, login, { baseURL, width: DESKTOP });
    const cookies = await wide.context().cookies();
    const [narrow, plain] = await Promise.all([
      browser.newPage({ baseURL, width: PHONE }),
      browser.newPage({ baseURL, width: DESKTOP, script: false }),
    ]);
    for (const page of [narrow, plain]) await page.context().addCookies(cookies);
    return { wide: watched(wide), narrow: watched(narrow), plain: watched(plain) };
  }
  function watched(page: Page): Page {
    page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
    page.on(
      'request',
      (request) => new URL(request.url()).hostname === '127.0.0.1' || troubles.push(`asked ${request.url()}`),
    );
    return page;
  }
  const textOf = async (page: Page): Promise<string> =>
    ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ').trim();
  const soundnessOf = async (page: Page): Promise<typeof SOUND> => ({
    headings: await page.locator('h1').count(),
    overflow: await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    violations: await axe(page),
  });

  if (area === 'rest')
    it('is in the table, so that a new one is looked at too', () => {
      const declared = t.app
        .get(RouteDeclarations)
        .all()
        .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))
        .map(({ path }) => path);
      const listed = [...PAGES.map(({ route }) => route), ...NO_PAGES];
      expect({
        missing: declared.filter((path) => !listed.includes(path)),
        gone: listed.filter((path) => !declared.includes(path)),
      }).toEqual({ missing: [], gone: [] });
    });

  it.each(pagesOf(area))('$route for $login is sound at both widths and without script', async ({ login, at }) => {
    const path = at(ids);
    const { wide, narrow, plain } = await windowsOf(login);
    const found = await Promise.all(
      [wide, narrow].map(async (page) => ({ status: (await page.goto(path))?.status(), ...(await soundnessOf(page)) })),
    );
    expect(found).toEqual([
      { status: 200, ...SOUND },
      { status: 200, ...SOUND },
    ]);
    expect((await plain.goto(path))?.status()).toBe(200);
    expect(await textOf(plain)).toBe(await textOf(wide));
    expect(troubles.splice(0)).toEqual([]);
  });

  if (area === 'rest')
    it.each([DESKTOP, PHONE])('holds for signing in at %i px', async (width) => {
      const page = watched(await browser.newPage({ baseURL, width }));
      await page.goto('/sign-in');
      expect(await soundnessOf(page)).toEqual(SOUND);
      expect(troubles.splice(0)).toEqual([]);
    });
}
