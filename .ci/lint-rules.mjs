// Rules of the house that oxlint does not have, or has without what we need. They see one file and no types.

/** A line that prettier does not break (SQL and other texts) goes on in the next one. Option: the columns a line may have. */
const lineLength = {
  meta: { schema: [{ type: 'integer' }] },
  create(context) {
    const most = context.options[0];
    return {
      Program() {
        for (const [index, text] of context.sourceCode.lines.entries()) {
          if (text.length <= most) continue; // never fewer units than characters
          const columns = [...text].length;
          if (columns <= most) continue;
          const line = index + 1;
          const loc = { start: { line, column: 0 }, end: { line, column: text.length } };
          context.report({ loc, message: `This line has ${columns} columns, ${most} are allowed.` });
        }
      },
    };
  },
};

/**
 * What is imported for its type alone is imported by `type`, so that no module is loaded for it. Not asked for in a file with
 * decorators: Nest reads the types of constructor parameters at run time, and decorators make the compiler keep those imports.
 * (oxlint's own `consistent-type-imports` asks for it there too, and a changed import would leave Nest without its provider.)
 */
const typeImports = {
  create(context) {
    const { sourceCode } = context;
    const onlyTypes = [];
    let decorated = false;
    return {
      Decorator() {
        decorated = true;
      },
      TSImportType(node) {
        context.report({ node, message: 'A type is imported at the top of the file.' });
      },
      ImportSpecifier(node) {
        if (node.importKind !== 'type') look(node);
      },
      ImportDefaultSpecifier: look,
      ImportNamespaceSpecifier: look,
      'Program:exit'() {
        if (decorated) return;
        for (const node of onlyTypes)
          context.report({ node, message: `'${node.local.name}' is used as a type only: import it by \`type\`.` });
      },
    };

    function look(specifier) {
      if (specifier.parent.importKind === 'type') return;
      const [variable] = sourceCode.getDeclaredVariables(specifier);
      if (variable.references.length > 0 && variable.references.every(needsNoValue)) onlyTypes.push(specifier);
    }
  },
};

/** Whether a reference is one to the type; `typeof x` in a type names the value, and needs it no more than a type does. */
function needsNoValue(reference) {
  if (!reference.isValueReference) return reference.isTypeReference;
  if (reference.isTypeReference) return false; // exported again: as it came
  let child = reference.identifier;
  for (let { parent } = child; parent; parent = child.parent) {
    if (parent.type === 'TSTypeQuery') return true;
    if (parent.type === 'TSPropertySignature') return parent.key === child; // { [key]: … } in a type
    const goesOn =
      (parent.type === 'TSQualifiedName' && parent.left === child) ||
      (parent.type === 'MemberExpression' && parent.object === child);
    if (!goesOn) return false;
    child = parent;
  }
  return false;
}

const TESTS = new Set(['it', 'test', 'describe']);
const NOT_RUN = new Set(['skip', 'only', 'todo', 'failing']);
const NOT_RUN_ALIASES = new Set(['it', 'test', 'describe'].flatMap((name) => [`x${name}`, `f${name}`]));

/** No test is left out, alone, or expected to fail. */
const everyTestRuns = {
  create(context) {
    return {
      MemberExpression({ object, property }) {
        if (object.type !== 'Identifier' || !TESTS.has(object.name)) return;
        if (NOT_RUN.has(property.name ?? property.value))
          context.report({ node: property, message: 'Every test runs.' });
      },
      CallExpression({ callee }) {
        if (NOT_RUN_ALIASES.has(callee.name)) context.report({ node: callee, message: 'Every test runs.' });
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: { 'line-length': lineLength, 'type-imports': typeImports, 'every-test-runs': everyTestRuns },
};
