import { attributeText, safeUrl } from './safe-url.js';

describe('safeUrl', () => {
  it.each([
    '/cases/1',
    '/cases?q=カクウ',
    '?page=2',
    '#main',
    'cases/1',
    'https://example.test/',
    'mailto:a@example.test',
    'tel:0300000000',
  ])('keeps %s', (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0000javascript:alert(1)',
    'javascript&#58;alert(1):',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    '//elsewhere.test/',
    '/\\elsewhere.test/',
    '\\\\elsewhere.test/',
    '/\t/elsewhere.test/',
    '\u200bjavascript:alert(1)',
    '',
    '  ',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBe('#');
  });

  it('keeps what was written through the parser of the browser', () => {
    expect(safeUrl('/a?b=1&lt=2')).toBe('/a?b=1&amp;lt=2');
    expect(attributeText('&lt;花子&gt;')).toBe('&amp;lt;花子&amp;gt;');
  });
});
