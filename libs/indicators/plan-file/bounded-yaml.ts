import { type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/**
 * How much a file may hold. The largest plan of a real site has 170 lines and 900 parts. Reading takes its time for every part, and a
 * parser that compares keys with each other, or calls itself for what lies inside, for more than that.
 */
const YAML_BOUNDS = { characters: 500_000, parts: 40_000, depth: 20 } as const;

/** Why a file was not read, and where. */
interface YamlDefect {
  readonly code: 'too_large' | 'too_deep' | 'alias' | 'not_yaml';
  readonly line: number;
}

type BoundedYaml =
  { readonly document: Document; readonly lines: LineCounter } | { readonly defects: readonly YamlDefect[] };

/**
 * The only way to YAML that somebody sent: within bounds, without anchors and aliases (by which ten lines become a billion), every key
 * once. Takes time in proportion to the text, and stops at the first bound that is passed.
 */
export function readBoundedYaml(text: string, bounds: Bounds = YAML_BOUNDS): BoundedYaml {
  const breach = breachIn(text, bounds);
  if (breach !== undefined) return { defects: [breach] };
  const lines = new LineCounter();
  // The library looks for a key among all that came before it, and copies the line for every error: neither is asked for.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const defects = [
    ...document.errors.map((error): YamlDefect => ({ code: 'not_yaml', line: lineOf(error.pos[0]) })),
    ...repeatedKeys(document).map((offset): YamlDefect => ({ code: 'not_yaml', line: lineOf(offset) })),
  ];
  return defects.length > 0 ? { defects } : { document, lines };
}

type Bounds = { readonly [Bound in keyof typeof YAML_BOUNDS]: number };

/** What the lexer puts before a scalar, so that its text is not taken for a mark. */
const SCALAR_FOLLOWS = '\u001f';
const BLANK = /^(?:\s|#|\ufeff|\u0002)/;

function breachIn(text: string, bounds: Bounds): YamlDefect | undefined {
  if (text.length > bounds.characters) return { code: 'too_large', line: 1 };
  let line = 1;
  let parts = 0;
  /** Of `[` and `{`. */
  let flow = 0;
  /** Of lists and maps by indentation: each takes a column, or a mark on the same line. */
  let indent = 0;
  let startsLine = true;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isText) isText = false;
    else if (lexeme === SCALAR_FOLLOWS) isText = true;
    else {
      switch (lexeme[0]) {
        case '&':
        case '*':
          return { code: 'alias', line };
        case '[':
        case '{':
          flow += 1;
          break;
        case ']':
        case '}':
          flow -= 1;
          break;
        case '-':
        case '?':
          indent += 1;
          break;
        default:
      }
      if (startsLine) indent = /^ +$/.test(lexeme) ? lexeme.length / COLUMNS : Number(/^[-?]/.test(lexeme));
    }
    startsLine = lexeme.endsWith('\n');
    if (lexeme.includes('\n')) line += lexeme.split('\n').length - 1;
    if (!BLANK.test(lexeme)) parts += 1;
    if (parts > bounds.parts) return { code: 'too_large', line };
    if (flow + indent > bounds.depth) return { code: 'too_deep', line };
  }
  return undefined;
}

/** Columns that a level of a file takes which people wrote; one is enough, and two levels may share it. */
const COLUMNS = 2;

/** @returns where they stand, in the order of the file */
function repeatedKeys(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return found;
}
