import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ja } from '#messages';
import { projectRoot } from '../support/run.js';
import { unusedWords } from './words-used.js';

function sourcesIn(folder: string): [string, string][] {
  return readdirSync(path.join(projectRoot(), folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (file === 'libs/messages') return [];
    if (entry.isDirectory()) return sourcesIn(file);
    if (!/\.(tsx?|js)$/.test(file) || /\.spec\.tsx?$/.test(file)) return [];
    return [[file, readFileSync(path.join(projectRoot(), file), 'utf8')]];
  });
}

describe('the words of the catalogue', () => {
  it('are all used', () => {
    expect(unusedWords(ja, new Map(['src', 'libs', 'migrations'].flatMap(sourcesIn)))).toEqual([]);
  });
});

describe('a word of a catalogue', () => {
  const catalogue = {
    visit: { title: '来所', route: { walk_in: '直接', by_phone: '電話' }, errors: { no_desk: '…', too_early: '…' } },
    ui: { close: '閉じる' },
  };
  const all = [
    'visit.title',
    'visit.route.walk_in',
    'visit.route.by_phone',
    'visit.errors.no_desk',
    'visit.errors.too_early',
    'ui.close',
  ];

  it.each([
    ['used by its name', 'show(ja.visit.title);', ['visit.title']],
    ['used by way of a constant', 'const words = ja.visit; show(words.title, words.other);', ['visit.title']],
    ['used by way of two', 'const { visit: v } = ja; const { title } = v; show(title);', ['visit.title']],
    [
      'used by an index, while its key is written',
      "show(ja.visit.route[way]); const ways = ['walk_in'];",
      ['visit.route.walk_in'],
    ],
    ['used by a text as index', "show(ja.visit.route['by_phone']);", ['visit.route.by_phone']],
    [
      'used given away with its part, while its key is written',
      "show(ja.visit.route, 'by_phone');",
      ['visit.route.by_phone'],
    ],
    ['used by its code', "throw problem('no_desk');", ['visit.errors.no_desk']],
    ['used by a code that is put together', "throw problem(`too_${when}`, 'early');", ['visit.errors.too_early']],
    ['not used by a constant that nobody asks', 'const words = ja.visit;', []],
    [
      'not used by something else of its name',
      "const words = ja.visit; show({ words: title, title: 'title' }, page.visit.title);",
      [],
    ],
    ['not used by its type', 'let name: keyof typeof ja.visit.route; interface Props { ja: string }', []],
  ])('is %s', (_, source, used) => {
    const unused = unusedWords(catalogue, new Map([['src/a.ts', source]]));
    expect(all.filter((word) => !unused.includes(word))).toEqual(used);
  });

  it("is used by way of a neighbour's constant", () => {
    const sources = [
      ['libs/ui/words.ts', 'export const words = ja.ui;'],
      ['libs/ui/forms/form.tsx', "import { words } from '../words.js'; show(words.close);"],
      ['src/b.ts', "import { words } from './words.js'; show(words.title);"],
    ] as const;
    expect(unusedWords(catalogue, new Map(sources))).not.toContain('ui.close');
    expect(unusedWords(catalogue, new Map(sources.slice(0, 1)))).toContain('ui.close');
  });
});
