import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DESKTOP, PHONE, axe, openBrowser, type Page, type TestBrowser } from '../../../test/support/browser.js';
import { projectRoot } from '../../../test/support/run.js';
import { ComboboxOptions } from '../index.js';
import { galleryPages } from './index.js';

const pages = galleryPages();
const origin = 'http://gallery.test';
const folders = ['libs/ui/assets', 'node_modules/htmx.org/dist', 'node_modules/@digital-go-jp/design-tokens/dist'];
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const people = [
  { value: '7', label: '架空 太郎', kana: 'カクウ タロウ' },
  { value: '8', label: '架空 多朗', kana: 'カクウ タロウ' },
];

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page of the gallery under a strict security policy; what it complains about is collected. */
async function open(name: string, options: { width?: number; script?: boolean } = {}) {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  const posts: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === 'POST') {
      posts.push(route.request().postData() ?? '');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return route.fulfill({ status: 204 });
    }
    if (pathname === '/jobseekers/suggest')
      return route.fulfill({ contentType: 'text/html', body: String(<ComboboxOptions options={people} />) });
    if (pathname.endsWith('/peek')) return route.fulfill({ contentType: 'text/html', body: '<p>概要の本文</p>' });
    const asset = folders
      .map((folder) => path.join(projectRoot(), folder, path.basename(pathname)))
      .find((file) => pathname.startsWith('/assets/') && existsSync(file));
    if (asset !== undefined)
      return route.fulfill({ contentType: types[path.extname(asset).slice(1)] ?? '', body: readFileSync(asset) });
    const html = pages[pathname.slice(1)];
    return route.fulfill({
      status: html === undefined ? 404 : 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: String(html ?? ''),
    });
  });
  await page.goto(`${origin}/${name}`);
  return { page, posts, complaints };
}

const widthBeyondWindow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

describe.each(
  Object.keys(pages).flatMap(
    (name) =>
      [
        [name, DESKTOP],
        [name, PHONE],
      ] as const,
  ),
)('%s at %i px', (name, width) => {
  it('meets WCAG 2.2 AA, keeps within the window and within the policy', async () => {
    const { page, complaints } = await open(name, { width });
    expect(await axe(page)).toEqual([]);
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});

describe('keys', () => {
  it('searches, shows the list of keys, and lets letters be letters', async () => {
    const { page } = await open('marks');
    await page.keyboard.press('/');
    expect(await page.locator('#site-search:focus').count()).toBe(1);
    await page.keyboard.type('?n');
    expect(await page.inputValue('#site-search')).toBe('?n');
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await page.locator('#shortcuts[open]').waitFor();
    await page.uncheck('[data-letter-keys]');
    await page.keyboard.press('Escape');
    await page.locator('main').focus();
    await page.keyboard.press('/');
    expect(await page.locator('#site-search:focus').count()).toBe(0);
  });

  it('walks through a list and opens and closes the summary beside it', async () => {
    const { page } = await open('lists');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('[data-walk-item]:focus-within a:focus').textContent()).toBe('架空 太郎');
    await page.locator('[data-peek-link]').nth(1).click();
    await page.getByText('概要の本文').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#peek > *').count()).toBe(0);
    expect(await page.locator('[data-walk-item]:nth-child(2) [data-peek-link]:focus').count()).toBe(1);
  });

  it('chooses a chip by its key', async () => {
    const { page } = await open('forms');
    await page.locator('#log-kind').focus();
    await page.keyboard.press('3');
    expect(await page.locator('#log-kind input:checked').getAttribute('value')).toBe('piecework');
  });
});

describe('forms', () => {
  it('leads from an error to its field', async () => {
    const { page } = await open('forms');
    expect(await page.locator('[data-error-summary]:focus').count()).toBe(1);
    await page.getByRole('link', { name: 'その元号はその日には使われていません' }).click();
    expect(await page.locator('#f-birth :focus').getAttribute('name')).toBe('birth_era');
  });

  it('picks a person from the suggestions without sending the form', async () => {
    const { page, posts } = await open('forms');
    await page.fill('#log-jobseeker', 'カクウ');
    await page.locator('#log-jobseeker-list [role=option]').first().waitFor();
    await page.locator('#log-jobseeker').press('ArrowDown');
    await page.locator('#log-jobseeker').press('Enter');
    expect(await page.inputValue('input[type=hidden][name=jobseeker]')).toBe('8');
    expect(await page.inputValue('#log-jobseeker')).toBe('架空 多朗');
    expect(await axe(page)).toEqual([]);
    expect(posts).toEqual([]);
  });

  it('sends once, with the button that was pressed', async () => {
    const { page, posts } = await open('forms');
    const button = page.getByRole('button', { name: '保存して次の人へ' });
    await button.dblclick();
    await button.click({ force: true });
    await page.waitForTimeout(400);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain('_after=next');
    expect(posts[0]).not.toContain('_find');
  });

  it('sends by Ctrl+Enter from a text', async () => {
    const { page, posts } = await open('forms');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.locator('#log-shared').press('Control+Enter');
    await answered;
    expect(posts[0]).not.toContain('_find');
    expect(posts[0]).toContain('_key=key');
  });

  it('shows a date in both calendars while it is typed', async () => {
    const { page } = await open('forms');
    const boxes = page.locator('#log-day');
    await boxes.locator('select').selectOption('平成');
    await boxes.locator('[name=day_year]').fill('31');
    expect(await boxes.locator('output').textContent()).toBe('');
    await boxes.locator('[name=day_month]').fill('４');
    expect(await boxes.locator('output').textContent()).toBe('平成31年4月12日（2019年）');
    await page.fill('#log-time', '９３０');
    await page.locator('#log-time').press('Tab');
    expect(await page.inputValue('#log-time')).toBe('09:30');
  });

  it('searches for a person by a button where no script runs', async () => {
    const { page, posts } = await open('forms', { script: false });
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: '探す' }).first().click();
    await answered;
    expect(posts[0]).toContain('_find=jobseeker');
  });
});
