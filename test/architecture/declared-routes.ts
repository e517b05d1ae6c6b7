import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../support/run.js';

export interface DeclaredRoute {
  readonly method: string;
  /** As it is declared, with its parameters by name: `/cases/:id/plan`. */
  readonly path: string;
  readonly controller: string;
  /** The folder of `src` it stands in. */
  readonly feature: string;
}

const METHODS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

/** Every route of the controllers in `src`, read from their decorators. */
export function declaredRoutes(): DeclaredRoute[] {
  const sources = path.join(projectRoot(), 'src');
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.controller\.tsx?$/.test(file))
    .flatMap((file) =>
      routesIn(readFileSync(path.join(sources, file), 'utf8')).map((route) => ({
        ...route,
        feature: file.split(path.sep)[0] ?? '',
      })),
    );
}

export function routesIn(text: string): Omit<DeclaredRoute, 'feature'>[] {
  const source = ts.createSourceFile('a.controller.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
    const [base] = decorated(declaration, ['Controller']);
    if (base === undefined) return [];
    return declaration.members.filter(ts.isMethodDeclaration).flatMap((member) =>
      decorated(member, METHODS).map(({ name, argument }) => ({
        method: name.toUpperCase(),
        path: `/${[base.argument, argument].filter((part) => part !== '').join('/')}`,
        controller: declaration.name?.text ?? '',
      })),
    );
  });
}

/** @throws when a path is not written out, for then no test could read it */
function decorated(node: ts.HasDecorators, names: readonly string[]): { name: string; argument: string }[] {
  return (ts.getDecorators(node) ?? []).flatMap(({ expression }) => {
    if (!ts.isCallExpression(expression) || !names.includes(expression.expression.getText())) return [];
    const [argument] = expression.arguments;
    if (argument !== undefined && !ts.isStringLiteral(argument)) throw new Error(`${argument.getText()} is no text`);
    return [{ name: expression.expression.getText(), argument: argument?.text ?? '' }];
  });
}
