import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repeatables } from '../../migrations/repeatable.js';
import { projectRoot } from '../support/run.js';

const SOURCES = path.join(projectRoot(), 'src');
/** Fills the tables of any feature through their services; it owns none. */
const COMPOSERS = ['demonstration'];
/**
 * What is counted (`fact_…`) is read from the tables themselves, by the one feature that says what can be counted: the reporting
 * role may read some columns of each, none of which names anybody, and the views of names are not open to it.
 */
const COUNTED = /^fact_/;

function sourcesOf(feature: string): string[] {
  return readdirSync(path.join(SOURCES, feature), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => path.join(SOURCES, feature, file));
}

const features = (): string[] =>
  readdirSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !COMPOSERS.includes(entry.name))
    .map(({ name }) => name);

/** The feature by table, as the policies say it: whoever says who sees a table owns it. */
function ownersOfTables(): Map<string, string> {
  const owned = /(?:policies|personalRecord|siteTable)\(\s*'(\w+)'/g;
  return new Map(
    features().flatMap((feature) =>
      sourcesOf(feature)
        .filter((file) => file.includes(`${path.sep}sql${path.sep}`))
        .flatMap((file) =>
          [...readFileSync(file, 'utf8').matchAll(owned)].map(([, table]) => [table ?? '', feature] as const),
        ),
    ),
  );
}

/** Tables named in the statements of each feature. What its policies and guarded functions ask is the database's own wall and not counted. */
function namedTables(): [feature: string, tables: string[]][] {
  return features()
    .filter((feature) => feature !== 'platform')
    .map((feature) => [
      feature,
      sourcesOf(feature)
        .filter((file) => !file.includes(`${path.sep}sql${path.sep}`))
        .flatMap((file) => textsOf(file).flatMap(tablesIn)),
    ]);
}

/** Tables named in each view, by the feature in whose `sql/` the view's name stands. */
function tablesOfViews(): [feature: string, view: string, tables: string[]][] {
  const texts = features().map(
    (feature) =>
      [
        feature,
        sourcesOf(feature)
          .filter((file) => file.includes(`${path.sep}sql${path.sep}`))
          .map((file) => readFileSync(file, 'utf8'))
          .join('\n'),
      ] as const,
  );
  return repeatables.flatMap(({ name, apply }): [string, string, string[]][] => {
    const [kind, view = ''] = name.split(' ');
    if (kind !== 'view') return [];
    const owners = texts.filter(([, text]) => text.includes(`'${view}'`)).map(([feature]) => feature);
    if (owners.length !== 1) throw new Error(`${view} is kept by ${owners.join(', ') || 'nobody'}`);
    return [[owners[0] ?? '', view, tablesIn(apply)]];
  });
}

/** Also of a part that is put into a statement elsewhere: `support_case c`, `support_case c JOIN …`. */
function tablesIn(text: string): string[] {
  const part = /^\s*([a-z_]+) [a-z_]+(?: (?:LEFT )?JOIN\b|\s*$)/.exec(text)?.[1];
  const parts = part === undefined ? [] : [part];
  if (!/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|JOIN)\b/.test(text)) return parts;
  return [
    ...parts,
    ...[...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)].map(([, table]) => table ?? ''),
  ];
}

/** String and template literals of a file, a template with `?` in its holes. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `?${literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/**
 * A feature's SQL names its own tables. What others may read is a view that the owner keeps in its `sql/` folder, or a
 * method at its door; otherwise a column could not be renamed, nor a rule about a table changed, in one place.
 */
describe('SQL', () => {
  const owners = ownersOfTables();

  it('knows whose every table is', () => {
    expect(owners.size).toBeGreaterThan(45);
    expect(owners.get('jobseeker')).toBe('jobseekers');
    expect(owners.get('audit_entry')).toBe('platform');
  });

  it('finds the tables in a statement, and nothing in prose', () => {
    expect(
      tablesIn(`SELECT 1 FROM support_case c LEFT JOIN desk d ON true WHERE EXISTS (SELECT FROM consent)`),
    ).toEqual(['support_case', 'desk', 'consent']);
    expect(tablesIn(`WITH person AS (SELECT 1) INSERT INTO visit SELECT * FROM person`)).toEqual(['visit', 'person']);
    expect(tablesIn('support_case c LEFT JOIN desk d ON true')).toEqual(['support_case', 'desk']);
    expect(tablesIn('support_case c')).toEqual(['support_case']);
    expect(tablesIn('The update of a plan, from the desk')).toEqual([]);
  });

  const foreignTo = (feature: string, tables: readonly string[]): string[] =>
    [...new Set(tables)].filter((table) => ![undefined, feature, 'platform'].includes(owners.get(table)));

  it('names nobody else’s tables in a statement', () => {
    const foreign = namedTables().flatMap(([feature, tables]) =>
      foreignTo(feature, tables).map((table) => `${feature} names ${table} of ${owners.get(table)}`),
    );
    expect(foreign).toEqual([]);
  });

  it('names nobody else’s tables in a view, but for what is counted', () => {
    const views = tablesOfViews();
    expect(views.length).toBeGreaterThan(30);
    const foreign = views
      .filter(([, view]) => !COUNTED.test(view))
      .flatMap(([feature, view, tables]) =>
        foreignTo(feature, tables).map((table) => `${view} of ${feature} names ${table} of ${owners.get(table)}`),
      );
    expect(foreign).toEqual([]);
  });
});
