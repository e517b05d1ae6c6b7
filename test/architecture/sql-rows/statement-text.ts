import ts from 'typescript';

/** What the parameters of a function stand for while its body is read. */
type Known = ReadonlyMap<ts.Symbol, string>;

export interface Reading {
  readonly checker: ts.TypeChecker;
  /** What to write for a part of a template that is put together at run time, after the text before it; without it the whole text is not told. */
  readonly standIn?: (before: string) => string;
}

/**
 * The text of a statement as far as the sources tell it: literals, templates, constants of any module, members of constant
 * objects, calls of functions that only put text together. Where there is a choice (`a ? b : c`) the first that can be told.
 * @returns undefined when it is put together at run time
 */
export function textOf(expression: ts.Expression, reading: Reading, known: Known = new Map()): string | undefined {
  const { checker, standIn } = reading;
  const told = (part: ts.Expression): string | undefined => textOf(part, reading, known);
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return expression.text;
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return told(expression.expression);
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce<string | undefined>((text, span) => {
      const part = told(span.expression) ?? (text === undefined ? undefined : standIn?.(text));
      return text === undefined || part === undefined ? undefined : text + part + span.literal.text;
    }, expression.head.text);
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [told(expression.left), told(expression.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (ts.isConditionalExpression(expression)) return told(expression.whenTrue) ?? told(expression.whenFalse);
  if (ts.isCallExpression(expression)) return callText(expression, reading, known);
  if (ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)) {
    const symbol = symbolOf(expression, checker);
    if (symbol === undefined) return undefined;
    const value = known.get(symbol);
    if (value !== undefined) return value;
    const declaration = symbol.valueDeclaration;
    const isConstant =
      declaration !== undefined &&
      ((ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) ||
        ts.isPropertyAssignment(declaration));
    const text = isConstant && declaration.initializer !== undefined ? told(declaration.initializer) : undefined;
    return text ?? (standIn === undefined ? undefined : oneOf(checker.getTypeAtLocation(expression)));
  }
  return undefined;
}

/** Of a name that may be one of a few (`'support_case_id' | 'jobseeker_id'`), the first: whichever it is, the columns are the same. */
function oneOf(type: ts.Type): string | undefined {
  const [first, ...others] = type.isUnion() ? type.types : [type];
  return first?.isStringLiteral() && others.every((other) => other.isStringLiteral()) ? first.value : undefined;
}

function callText(call: ts.CallExpression, reading: Reading, known: Known): string | undefined {
  const { checker } = reading;
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'join')
    return joinedText(call, callee, reading, known);
  if (!ts.isIdentifier(callee)) return undefined;
  const declaration = symbolOf(callee, checker)?.valueDeclaration;
  if (declaration === undefined) return undefined;
  const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  if (made === undefined || !(ts.isArrowFunction(made) || ts.isFunctionDeclaration(made))) return undefined;
  const answer = answerOf(made);
  if (answer === undefined) return undefined;
  const inside = new Map(known);
  for (const [index, parameter] of made.parameters.entries()) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const given = call.arguments[index] ?? parameter.initializer;
    const text = given === undefined ? undefined : textOf(given, reading, known);
    if (symbol !== undefined && text !== undefined) inside.set(symbol, text);
  }
  return textOf(answer, reading, inside);
}

/** `['a', 'b'].join(', ')`, and of a constant array. */
function joinedText(
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  reading: Reading,
  known: Known,
): string | undefined {
  const list = arrayOf(callee.expression, reading.checker);
  const between = call.arguments[0] === undefined ? ',' : textOf(call.arguments[0], reading, known);
  if (list === undefined || between === undefined) return undefined;
  const parts = list.elements.map((element) => textOf(element, reading, known));
  return parts.some((part) => part === undefined) ? undefined : parts.join(between);
}

function arrayOf(expression: ts.Expression, checker: ts.TypeChecker): ts.ArrayLiteralExpression | undefined {
  if (ts.isArrayLiteralExpression(expression)) return expression;
  if (ts.isAsExpression(expression)) return arrayOf(expression.expression, checker);
  if (!ts.isIdentifier(expression)) return undefined;
  const declaration = symbolOf(expression, checker)?.valueDeclaration;
  return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
    ? arrayOf(declaration.initializer, checker)
    : undefined;
}

function answerOf(made: ts.ArrowFunction | ts.FunctionDeclaration): ts.Expression | undefined {
  if (made.body === undefined) return undefined;
  if (!ts.isBlock(made.body)) return made.body;
  // What stands before it only names parts, which are looked up where they are used.
  const last = made.body.statements.at(-1);
  return last && ts.isReturnStatement(last) ? last.expression : undefined;
}

function symbolOf(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
