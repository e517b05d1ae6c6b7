import { galleryPages } from './index.js';

const pages = Object.entries(galleryPages()).map(([name, html]) => [name, String(html)] as const);

function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}

describe.each(pages)('gallery page %s', (_name, html) => {
  it('holds nothing the security policy forbids', () => {
    expect(values(html, 'style')).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(html).not.toContain('<style');
    expect([...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map((match) => match[1])).toEqual(['', '']);
  });

  it('loads nothing from outside', () => {
    expect([...values(html, 'src'), ...values(html, 'href')].filter((url) => /^(https?:)?\/\//.test(url))).toEqual([]);
  });

  it('uses every id once and refers to no id that is not there', () => {
    const ids = values(html, 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const references = ['for', 'aria-describedby', 'aria-controls', 'aria-labelledby'].flatMap((name) =>
      values(html, name),
    );
    expect(references.flatMap((list) => list.split(' ')).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has one first heading', () => {
    expect(html.match(/<h1/g)?.length).toBe(_name === 'cases' ? 3 : 1);
  });
});
