import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.js';
import { projectRoot } from './run.js';

export type { Page } from 'playwright-core';

/** Widths the pages are checked at, in CSS pixels. */
export const DESKTOP = 1280;
export const PHONE = 390;

export interface PageOptions {
  /** Width of the window in CSS pixels. Default: DESKTOP. */
  width?: number;
  /** False switches scripts off, as in the browser's settings. Default: true. */
  script?: boolean;
  /** Addresses given to page.goto() are relative to it. */
  baseURL?: string;
}

export interface TestBrowser {
  /** A window of its own: shares neither cookies nor cache with any other. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts Chromium, as in a Japanese office: language, time zone and a font for it. It reaches this machine only.
 *
 * @param options packaged: use the browser from npm even where one is installed (also by TEST_BROWSER=packaged)
 */
export async function openBrowser(options: { packaged?: boolean } = {}): Promise<TestBrowser> {
  const found = await findChromium(options.packaged ?? process.env.TEST_BROWSER === 'packaged');
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-pings',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  return {
    async newPage({ width = DESKTOP, script = true, baseURL }: PageOptions = {}) {
      const context = await browser.newContext({
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        viewport: { width, height: 900 },
        javaScriptEnabled: script,
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return page;
    },
    close: () => browser.close(),
  };
}

/** One broken rule of WCAG and the elements that break it. */
export interface AxeViolation {
  rule: string;
  help: string;
  /** CSS selector and markup of each element. */
  where: string[];
}

/** WCAG 2.2 AA; `target-size` is the rule of 2.2 that axe leaves off unless asked. */
const RULES: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

let axeSource: string | undefined;

/**
 * Checks the page as it stands against WCAG 2.2 AA. Expect the answer to equal []. Needs a page with scripts. Our pages have no
 * frames, so axe runs in the page itself and hands out what is broken alone: a fourth of what its general driver takes.
 */
export async function axe(page: Page): Promise<AxeViolation[]> {
  axeSource ??= readFileSync(path.join(projectRoot(), 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(' ')}: ${node.html}`),
  }));
}
