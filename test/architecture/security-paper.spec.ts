import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/run.js';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has; those of level 3 come after them. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const REQUIREMENTS = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, before) => `${section}.${before + 1}`),
);
const STANDINGS = ['met', 'partly met', 'not met', 'not applicable'] as const;

/** `1.1.1–1.2.5, 1.3.2`: from here to there in the standard's order. */
const named = (numbers: string): string[] =>
  numbers.split(', ').flatMap((part) => {
    const [first = '', last = first] = part.split('–');
    const [from, to] = [REQUIREMENTS.indexOf(first), REQUIREMENTS.indexOf(last)];
    if (from < 0 || to < from) throw new Error(`no requirement of level 2: ${part}`);
    return REQUIREMENTS.slice(from, to + 1);
  });

/** The page says what is held by which test: what it points at is there, and it leaves out nothing of the standard. */
describe('the page on security', () => {
  const root = projectRoot();
  const read = (...names: string[]): string => readFileSync(path.join(root, ...names), 'utf8');
  const page = read('.github', 'SECURITY.md');
  const linksOf = (text: string): string[] =>
    [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const cellsOf = (heading: string): string[][] => {
    const part = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
    const [, , ...rows] = part.split('\n').filter((line) => line.startsWith('|'));
    return rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  };

  it('links to files that are there', () => {
    const targets = [...new Set(linksOf(page))];
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((target) => !existsSync(path.join(root, '.github', target)))).toEqual([]);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...page.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(4);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('has for each invariant a test that holds it', () => {
    const invariants = cellsOf('What holds always');
    expect(invariants.map(([number]) => number)).toEqual(invariants.map((_, before) => String(before + 1)));
    expect(invariants.length).toBeGreaterThan(20);
    const unheld = invariants.filter(([, , by = '']) => {
      const links = linksOf(by);
      return links.length === 0 || !links.every((target) => target.endsWith('.spec.ts'));
    });
    expect(unheld).toEqual([]);
  });

  describe('of ASVS 5.0', () => {
    const rows = cellsOf('ASVS 5.0').map(([number = '', standing = '', words = '']) => ({ number, standing, words }));
    const chapters = rows.filter(({ number }) => number.startsWith('**'));
    const standings = rows.filter(({ number }) => !number.startsWith('**'));

    it('has a row for every chapter, and says under each what belongs there', () => {
      expect(chapters.map(({ number }) => /^\*\*V(\d+) /.exec(number)?.[1])).toEqual(
        Array.from({ length: 17 }, (_, before) => String(before + 1)),
      );
      let chapter = '';
      const astray = rows.filter(({ number }) => {
        if (number.startsWith('**')) chapter = /\d+/.exec(number)?.[0] ?? '';
        return !number.startsWith('**') && named(number).some((one) => one.split('.')[0] !== chapter);
      });
      expect(astray).toEqual([]);
    });

    it('says of every requirement of levels 1 and 2 once how we stand, and why', () => {
      expect(REQUIREMENTS).toHaveLength(253);
      expect(standings.flatMap(({ number }) => named(number)).sort()).toEqual([...REQUIREMENTS].sort());
      expect(standings.filter(({ words }) => words === '')).toEqual([]);
      expect(standings.filter(({ standing }) => !STANDINGS.some((one) => one === standing))).toEqual([]);
    });

    it('counts them right', () => {
      const counts = STANDINGS.map((standing) => {
        const of = standings.filter((row) => row.standing === standing);
        return `${of.flatMap(({ number }) => named(number)).length} ${standing}`;
      });
      expect(page).toContain(`Of ${REQUIREMENTS.length} requirements: ${counts.join(', ')}.`);
    });
  });

  it.each([
    ['README.md', '.github/SECURITY.md'],
    ['README.ja.md', '.github/SECURITY.md'],
    ['.github/OPERATIONS.md', 'SECURITY.md'],
  ])('is found from %s', (name, target) => {
    expect(linksOf(read(name))).toContain(target);
  });
});
