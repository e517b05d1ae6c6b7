import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../support/run.js';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * Where Japanese may stand outside the catalogue, and why. Arguments of decorators may hold it too: they name the term a field
 * of the API stands for.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'libs/messages': 'the catalogue',
  'src/demonstration': 'an invented city is data',
  'src/platform/web/openapi': 'the description of the interface, in English with the terms of the trade',
  'libs/ui/gallery': 'samples with invented people',
  'libs/ui/text/time.ts': 'reads a time as people type it',
  'libs/ui/assets/dates.js': 'reads dates and times in the browser, as people type them',
  'libs/kernel': 'reads and writes dates, years and names: eras, 年月日, variants of kanji',
  'libs/domain/employer/search-key.ts': 'legal forms that a search for an employer passes over',
  'libs/domain/support-case/support-team.ts': 'roles in a team, which are what the record holds',
};

function filesOf(folder: string): string[] {
  return readdirSync(path.join(projectRoot(), folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(file);
    return /\.(tsx?|js)$/.test(entry.name) && !/\.(spec|fixture)\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** Every piece of text and regular expression with Japanese in it; comments and arguments of decorators are none. */
function japaneseIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node)) return;
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node) ||
      ts.isRegularExpressionLiteral(node);
    if (isText && JAPANESE.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.text.trim()}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

describe('the words on screen', () => {
  const isElsewhere = (file: string): boolean =>
    Object.keys(ELSEWHERE).some((place) => file === place || file.startsWith(`${place}/`));

  it('come from the catalogue (libs/messages), each of them', () => {
    const inline = ['src', 'libs']
      .flatMap(filesOf)
      .filter((file) => !isElsewhere(file))
      .flatMap((file) => japaneseIn(file, readFileSync(path.join(projectRoot(), file), 'utf8')));
    expect(inline).toEqual([]);
  });

  it('may stand elsewhere only where such a place is and holds some', () => {
    const isEmpty = (place: string): boolean => {
      const files = place.includes('.') ? [place] : filesOf(place);
      return files.every((file) => japaneseIn(file, readFileSync(path.join(projectRoot(), file), 'utf8')).length === 0);
    };
    expect(
      Object.keys(ELSEWHERE).filter((place) => !existsSync(path.join(projectRoot(), place)) || isEmpty(place)),
    ).toEqual([]);
  });

  it.each([
    ["const a = '氏名';", 1],
    ['const a = `${b}さん`;', 1],
    ['const a = <p>氏名</p>;', 1],
    ['const a = <Field label="氏名" />;', 1],
    ['const a = /年$/;', 1],
    ["/** 氏名 */ const a = 'name'; // 氏名", 0],
    ["class A { @ApiProperty({ description: '氏名' }) name = ''; }", 0],
    ["const a = '（' + b + '）・—';", 0],
  ])('are found: %s', (text, count) => {
    expect(japaneseIn('a.tsx', text)).toHaveLength(count);
  });
});
