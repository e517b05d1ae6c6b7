import path from 'node:path';
import ts from 'typescript';

/** The catalogue, or a part of it. */
interface Words {
  readonly [key: string]: unknown;
}

/** A place in the catalogue that a source reaches, and the keys on the way there that it does not write itself. */
interface Reached {
  readonly keys: readonly string[];
  readonly unwritten: readonly string[];
}

/** Names of a file that stand for parts of the catalogue: `const words = ja.screens.visits`. */
type Names = ReadonlyMap<string, readonly Reached[]>;

const isPart = (value: unknown): value is Words => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Sentences of the catalogue that no source uses, as 'visit.title'. Used is what a source reaches by the names of its keys, also
 * by way of a constant. Where keys are not written out (`ja.codes.route[route]`, a part given to a function, and the `errors`
 * and `reasons` of every noun, which are looked up by code) a sentence counts as used while its key stands in some source as a
 * word, or is put together there around one (`plan_${code}`).
 * @param ja the catalogue
 * @param sources path → text of everything that may use it
 */
export function unusedWords(ja: Words, sources: ReadonlyMap<string, string>): string[] {
  const lookedUp = Object.keys(ja).flatMap((noun) =>
    ['errors', 'reasons'].map((kind): Reached => ({ keys: [noun, kind], unwritten: [] })),
  );
  const isWritten = wordsOf([...sources.values()]);
  const used = new Set(
    [...lookedUp, ...uses(ja, sources)]
      .flatMap((one) => sentencesBelow(ja, one))
      .filter(({ unwritten }) => unwritten.every(isWritten))
      .map(({ keys }) => keys.join('.')),
  );
  return sentencesBelow(ja, { keys: [], unwritten: [] })
    .map(({ keys }) => keys.join('.'))
    .filter((sentence) => !used.has(sentence));
}

/** Tells whether a key stands in a text as a word, or is put together there around one: `no_${side}_organisation`. */
function wordsOf(texts: readonly string[]): (key: string) => boolean {
  const words = new Set(texts.flatMap((text) => text.match(/\w+(?:[.:-]\w+)*/g) ?? []));
  const frames = texts
    .flatMap((text) => [...text.matchAll(/`(\w*)\$\{\w+\}(\w*)`/g)])
    .map(([, before = '', after = '']) => ({ before, after }))
    .filter(({ before, after }) => before.endsWith('_') || after.startsWith('_'));
  const isWritten = (key: string): boolean =>
    words.has(key) ||
    frames.some(
      ({ before, after }) =>
        key.length > before.length + after.length &&
        key.startsWith(before) &&
        key.endsWith(after) &&
        isWritten(key.slice(before.length, key.length - after.length)),
    );
  return isWritten;
}

function uses(ja: Words, sources: ReadonlyMap<string, string>): Reached[] {
  // Parsing everything would take seconds: the catalogue is reached by its name, or by a constant of a neighbour.
  const parse = (isAsked: (text: string) => boolean): ts.SourceFile[] =>
    [...sources]
      .filter(([file, text]) => /\.tsx?$/.test(file) && isAsked(text))
      .map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const isDirect = (text: string): boolean => /\bja\b/.test(text);
  const direct = parse(isDirect);
  const own = new Map(direct.map((file) => [file.fileName, namesIn(ja, file, new Map())]));
  const shared = direct.filter(({ text }) => /^export const \w+ = ja\./m.test(text));
  const doors = shared.map(({ fileName }) => `/${path.posix.basename(fileName).replace(/\.tsx?$/, '.js')}'`);
  const indirect = parse((text) => !isDirect(text) && doors.some((door) => text.includes(door)));
  return [...direct, ...indirect].flatMap((file) => {
    const names = new Map(
      importsOf(file).flatMap(({ name, from }) => {
        const places = own.get(from)?.get(name);
        return places === undefined ? [] : [[name, places] as const];
      }),
    );
    return usesIn(ja, file, namesIn(ja, file, names));
  });
}

/** What a file imports from its neighbours, by the names they have there. */
function importsOf(file: ts.SourceFile): { readonly name: string; readonly from: string }[] {
  return file.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
    const bindings = importClause?.namedBindings;
    if (!ts.isStringLiteral(moduleSpecifier) || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    const from = path.posix.join(path.posix.dirname(file.fileName), moduleSpecifier.text).replace(/\.js$/, '.ts');
    return bindings.elements.map(({ name }) => ({ name: name.text, from }));
  });
}

/** The file's constants that stand for parts of the catalogue, besides those that are known. */
function namesIn(ja: Words, file: ts.SourceFile, known: Names): Names {
  const names = new Map(known);
  const add = (name: string, places: readonly Reached[]): void => {
    names.set(name, [...(names.get(name) ?? []), ...places]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const places = placesOf(ja, node.initializer, names);
      if (ts.isIdentifier(node.name))
        add(
          node.name.text,
          places.filter((place) => isPart(at(ja, place))),
        );
      if (ts.isObjectBindingPattern(node.name))
        for (const { name, propertyName } of node.name.elements) {
          if (!ts.isIdentifier(name)) continue;
          const key = propertyName !== undefined && ts.isIdentifier(propertyName) ? propertyName.text : name.text;
          add(
            name.text,
            places.flatMap((place) => below(ja, place, key)),
          );
        }
    }
    node.forEachChild(visit);
  };
  visit(file);
  return names;
}

function usesIn(ja: Words, file: ts.SourceFile, names: Names): Reached[] {
  const found: Reached[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isName(ja, node, names)) {
      visitKeys(node.initializer);
      return;
    }
    if (ts.isExpression(node)) {
      const places = placesOf(ja, node, names);
      if (places.length > 0) {
        found.push(...places);
        visitKeys(node);
        return;
      }
    }
    node.forEachChild((child) => {
      if (!isOwnName(node, child)) visit(child);
    });
  };
  /** What stands in brackets on the way: `ja.codes.route[words.other]`. */
  const visitKeys = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node)) visit(node.argumentExpression);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) visitKeys(node.expression);
  };
  visit(file);
  return found;
}

/** A property, a parameter or an attribute may be called as a constant is: its name is no use of it. */
function isOwnName(node: ts.Node, child: ts.Node): boolean {
  const { name, propertyName } = node as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return (
    ts.isIdentifier(child) && !ts.isShorthandPropertyAssignment(node) && (child === name || child === propertyName)
  );
}

/** Whether a declaration only names a part, so that its uses are those of the name. */
function isName(ja: Words, { name, initializer }: ts.VariableDeclaration, names: Names): boolean {
  if (initializer === undefined) return false;
  const places = placesOf(ja, initializer, names);
  const isWhole =
    ts.isObjectBindingPattern(name) && name.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  return places.length > 0 && !isWhole && places.every((place) => isPart(at(ja, place)));
}

/** The places of the catalogue that an expression reaches; none where it is about something else. */
function placesOf(ja: Words, node: ts.Expression, names: Names): readonly Reached[] {
  if (ts.isIdentifier(node)) return node.text === 'ja' ? [{ keys: [], unwritten: [] }] : (names.get(node.text) ?? []);
  if (ts.isPropertyAccessExpression(node))
    return placesOf(ja, node.expression, names).flatMap((place) => below(ja, place, node.name.text));
  if (!ts.isElementAccessExpression(node)) return [];
  const key = node.argumentExpression;
  return placesOf(ja, node.expression, names).flatMap((place) =>
    ts.isStringLiteralLike(key) ? below(ja, place, key.text) : children(ja, place),
  );
}

function at(ja: Words, { keys }: Reached): unknown {
  return keys.reduce<unknown>((value, key) => (isPart(value) ? value[key] : undefined), ja);
}

function below(ja: Words, place: Reached, key: string): Reached[] {
  const part = at(ja, place);
  return isPart(part) && key in part ? [{ ...place, keys: [...place.keys, key] }] : [];
}

function children(ja: Words, place: Reached): Reached[] {
  const part = at(ja, place);
  return Object.keys(isPart(part) ? part : {}).map((key) => ({
    keys: [...place.keys, key],
    unwritten: [...place.unwritten, key],
  }));
}

function sentencesBelow(ja: Words, place: Reached): Reached[] {
  const value = at(ja, place);
  if (value === undefined) return [];
  return isPart(value) ? children(ja, place).flatMap((child) => sentencesBelow(ja, child)) : [place];
}
