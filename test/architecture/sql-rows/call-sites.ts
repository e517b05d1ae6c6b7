import path from 'node:path';
import ts from 'typescript';
import { textOf } from './statement-text.js';

/** A place that runs a statement and says what its rows are. */
export interface CallSite {
  /** `src/…/file.ts:line`. */
  readonly place: string;
  /** File and the function or method it stands in, which survives edits above it. */
  readonly name: string;
  /** Whether the sources tell the whole text; else parts of it are put together at run time. */
  readonly whole: boolean;
  /** The text, or attempts at it in which something stands for what is put together at run time. */
  readonly texts: readonly string[];
  readonly row: ts.Type;
}

export interface Sources {
  readonly checker: ts.TypeChecker;
  readonly callSites: readonly CallSite[];
}

/** What is mostly put together at run time and changes no column: a condition, a number, nothing, or what its place asks for. */
const STAND_INS: readonly ((before: string) => string)[] = [() => 'true', () => '1', () => '', fitting];

function fitting(before: string): string {
  if (/\b(LIMIT|OFFSET)\s*$/.test(before)) return '1';
  // A table of those with a version, and its first column: the others answer the same of what such statements ask.
  if (/\b(FROM|JOIN|INTO)\s*$/.test(before)) return 'desk';
  if (/\bINTO \w+ \($/.test(before)) return 'id';
  if (/\b(WHERE|AND|OR|ON|NOT)\s*\(?\s*$/.test(before)) return 'true';
  return /[=<>,(]\s*$/.test(before) ? 'NULL' : '';
}

const METHODS = new Set(['sql', 'unprepared']);

/** Every call of `tx.sql` and `tx.unprepared` in src whose rows are given a type. */
export function readSources(root: string): Sources {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ts.sys.readDirectory(path.join(root, 'src'), ['.ts', '.tsx'], ['**/*.spec.ts']);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const callSites: CallSite[] = [];
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !source.fileName.startsWith(path.join(root, 'src'))) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const site = callSite(node, source, root, checker);
        if (site) callSites.push(site);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { checker, callSites };
}

function callSite(
  call: ts.CallExpression,
  source: ts.SourceFile,
  root: string,
  checker: ts.TypeChecker,
): CallSite | undefined {
  const [statement] = call.arguments;
  if (!ts.isPropertyAccessExpression(call.expression) || !METHODS.has(call.expression.name.text) || !statement)
    return undefined;
  const owner = checker.getTypeAtLocation(call.expression.expression);
  if (owner.getProperty('unprepared') === undefined) return undefined;
  const row = rowType(call, checker);
  if (row === undefined || checker.getPropertiesOfType(row).length === 0) return undefined;
  const file = path.relative(root, source.fileName);
  const { line } = source.getLineAndCharacterOfPosition(call.getStart());
  const whole = textOf(statement, { checker });
  const texts = whole === undefined ? STAND_INS.map((standIn) => textOf(statement, { checker, standIn })) : [whole];
  return {
    place: `${file}:${line + 1}`,
    name: `${file} ${nameAround(call)}`,
    whole: whole !== undefined,
    texts: texts.filter((text) => text !== undefined),
    row,
  };
}

/** Of `Promise<Row[]>`, as the call was resolved, whether Row was written or inferred. */
function rowType(call: ts.CallExpression, checker: ts.TypeChecker): ts.Type | undefined {
  const signature = checker.getResolvedSignature(call);
  if (signature === undefined) return undefined;
  const rows = checker.getAwaitedType(checker.getReturnTypeOfSignature(signature));
  return rows && checker.getTypeArguments(rows as ts.TypeReference)[0];
}

function nameAround(node: ts.Node): string {
  for (let around = node.parent; around && !ts.isSourceFile(around); around = around.parent) {
    if ((ts.isMethodDeclaration(around) || ts.isFunctionDeclaration(around)) && around.name)
      return around.name.getText();
  }
  return '';
}
