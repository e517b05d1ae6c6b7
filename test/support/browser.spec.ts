import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { axe, openBrowser, PHONE, type Page, type TestBrowser } from './browser.js';

const PAGE = `<!doctype html><html lang="ja"><head><title>見本</title><meta name="viewport" content="width=device-width"></head>
<body><main><h1>見本</h1><p id="noscript">はじめ</p><span id="written">髙﨑①</span>
<script>document.getElementById('noscript').textContent = new Date(Date.UTC(2012, 3, 1, 15)).toLocaleString()</script></main></body></html>`;
const FLAWED = `<!doctype html><html><head><title>見本</title></head><body><main><h1>見本</h1><img src="data:,"><p>
<button style="width:9px;height:9px;padding:0" aria-label="a"></button>
<button style="width:9px;height:9px;padding:0" aria-label="b"></button></p></main></body></html>`;

describe.each([
  ['of the machine, if there is one', {}],
  ['from npm', { packaged: true }],
])('the browser %s', (_name, options) => {
  let server: Server;
  let browser: TestBrowser;
  let baseURL: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(request.url === '/flawed' ? FLAWED : PAGE);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser(options);
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((closed) => server.close(closed));
  });
  const open = async (path: string, more: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ baseURL, ...more });
    await page.goto(path);
    return page;
  };

  it('is in Japan', async () => {
    const page = await open('/');
    expect(await page.textContent('#noscript')).toBe('2012/4/2 0:00:00');
    expect(await page.evaluate('navigator.language')).toBe('ja-JP');
  });

  it('runs no script when asked not to', async () => {
    const page = await open('/', { script: false });
    expect(await page.textContent('#noscript')).toBe('はじめ');
  });

  it('is as wide as asked, and draws Japanese with a font that has it', async () => {
    const page = await open('/', { width: PHONE });
    expect(await page.evaluate('innerWidth')).toBe(PHONE);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#written' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map((font) => [font.familyName, font.glyphCount])).toEqual([['Noto Sans JP', 3]]);
  });

  it('finds what breaks WCAG 2.2 AA, and nothing on a good page', async () => {
    expect(await axe(await open('/'))).toEqual([]);
    const rules = (await axe(await open('/flawed'))).map((violation) => violation.rule);
    expect(rules.sort()).toEqual(['html-has-lang', 'image-alt', 'target-size']);
  });

  it('reaches nothing but this machine', async () => {
    const page = await browser.newPage();
    await expect(page.goto('http://example.test/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
  });
});
