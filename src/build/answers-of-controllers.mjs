// What each route under /api/v1 answers, as JSON Schema, read off the return types of the API's controllers. A type is gone
// when the program runs, and a class beside every interface would be a second copy of the truth.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createFormatter, createParser, LiteralType, SchemaGenerator, UnionType } from 'ts-json-schema-generator';
import ts from 'typescript';

const ROUTE = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

/**
 * @param {string} root folder of the checkout
 * @returns {{ answers: Record<string, object>, schemas: Record<string, object> }} answers by operation id
 */
export function answersOfControllers(root) {
  const controllers = readdirSync(path.join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.api.controller.ts'))
    .map((file) => path.join(root, 'src', file));
  const options = compilerOptions(root);
  const program = ts.createProgram(controllers, options, hostWithoutPackages(options));
  const settings = {
    expose: 'export',
    topRef: true,
    jsDoc: 'basic',
    skipTypeCheck: true,
    additionalProperties: true,
    encodeRefs: false,
  };
  const parser = createParser(program, settings, (chain) =>
    chain.addNodeParser(keysOfTables(program.getTypeChecker())),
  );
  const generator = new SchemaGenerator(program, parser, createFormatter(settings), settings);
  const answers = {};
  const schemas = {};
  for (const { name, type } of controllers.flatMap((file) => routesOf(program.getSourceFile(file)))) {
    const { $ref, definitions } = inOpenApiTerms(generator.createSchemaFromNodes([type]));
    const typeName = $ref.split('/').at(-1);
    // A type written out where it is answered has no name to be known by.
    answers[name] = /^\w+$/.test(typeName) ? { $ref } : definitions[typeName];
    if (!('$ref' in answers[name])) delete definitions[typeName];
    for (const [known, definition] of Object.entries(definitions)) {
      if (JSON.stringify(schemas[known] ?? definition) !== JSON.stringify(definition))
        throw new Error(`${known} names two different shapes`);
      schemas[known] = definition;
    }
  }
  return { answers, schemas };
}

/** Where no type of an answer stands: words and components, pages, SQL, what puts the application together. */
const NO_ANSWERS = /^#(ui|messages)$|\/(pages|sql|demonstration)\/|\.(module|view|job)\.js$/;

/**
 * What a route answers is written in types of our own: the packages and pages behind the imports are most of what there is to read,
 * and tell nothing of it. A type that stood there after all would be described as anything; the description's spec finds it.
 */
function hostWithoutPackages(options) {
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, options);
  host.resolveModuleNameLiterals = (literals, containingFile, redirected, ofOptions, source) =>
    literals.map((literal) =>
      /^[.#]/.test(literal.text) && !NO_ANSWERS.test(literal.text)
        ? ts.resolveModuleName(
            literal.text,
            containingFile,
            ofOptions,
            host,
            cache,
            redirected,
            ts.getModeForUsageLocation(source, literal, ofOptions),
          )
        : { resolvedModule: undefined },
    );
  return host;
}

function compilerOptions(root) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, root).options, types: [] };
}

/** Routes that answer something, with the type node of what they answer. */
function routesOf(source) {
  return source.statements.filter(ts.isClassDeclaration).flatMap((controller) =>
    controller.members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const decorators = (ts.getDecorators(method) ?? []).map(({ expression }) => expression.expression?.getText());
      if (!decorators.some((decorator) => ROUTE.has(decorator))) return [];
      const name = `${controller.name.text.replace(/(Api)?Controller$/, '')}_${method.name.getText()}`;
      if (!method.type) throw new Error(`${name} does not say what it answers`);
      const type = awaited(method.type);
      return type.kind === ts.SyntaxKind.VoidKeyword ? [] : [{ name, type }];
    }),
  );
}

function awaited(type) {
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise' ? type.typeArguments[0] : type;
}

/** `keyof typeof TABLE` means the names in the table; what stands in the table (functions, often) has no schema and needs none. */
function keysOfTables(checker) {
  return {
    supportsNode: (node) =>
      ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword && ts.isTypeQueryNode(node.type),
    createType(node) {
      const type = checker.getTypeFromTypeNode(node);
      return new UnionType((type.isUnion() ? type.types : [type]).map(({ value }) => new LiteralType(value)));
    },
  };
}

/** References lead into the document's components, whose names are letters and digits: `Figure<CountedNumber>` is FigureOfCountedNumber there. */
function inOpenApiTerms({ definitions, ...schema }) {
  const renamed = Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [plain(name), definition]),
  );
  const text = JSON.stringify({ definitions: renamed, ...schema });
  return JSON.parse(text.replace(/"#\/definitions\/([^"]+)"/g, (_, name) => `"#/components/schemas/${plain(name)}"`));
}

const plain = (name) => name.replace(/<(\w+)>$/, 'Of$1');
