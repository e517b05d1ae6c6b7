import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../support/run.js';

const SOURCES = path.join(projectRoot(), 'src');
/** Compose pages from any feature, or fill them; they own no table. */
const COMPOSERS = ['demonstration'];

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

/** Tables named in the SQL of each feature; what its policies ask of other tables is the database's own wall and not counted. */
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

function tablesIn(text: string): string[] {
  if (!/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|JOIN)\b/.test(text)) return [];
  return [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)].map(([, table]) => table ?? '');
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
    expect(tablesIn('The update of a plan, from the desk')).toEqual([]);
  });

  it('names nobody else’s tables', () => {
    const foreign = namedTables().flatMap(([feature, tables]) =>
      [...new Set(tables)]
        .filter((table) => ![undefined, feature, 'platform'].includes(owners.get(table)))
        .map((table) => `${feature} names ${table} of ${owners.get(table)}`),
    );
    expect(foreign).toEqual([]);
  });
});
