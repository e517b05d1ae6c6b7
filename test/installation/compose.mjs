// docker-compose.yml and Dockerfile as what they make run, so that what is tried cannot drift from what an office starts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const WANTED = /\$\{(\w+):\?[^}]*\}/g;

/**
 * @param {string} root folder of the checkout
 * @param {Record<string, string>} variables what an operator sets
 * @returns {Record<string, import('./compose.mjs').Service>} by name, with the variables filled in
 * @throws Error naming a variable that is wanted and was not given
 */
export function readCompose(root, variables) {
  const document = parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
  const fill = (text) =>
    text.replace(WANTED, (_, name) => {
      if (variables[name] === undefined) throw new Error(`docker-compose.yml wants ${name}`);
      return variables[name];
    });
  const { env, command } = readImage(root);
  return Object.fromEntries(
    Object.entries(filled(document.services, fill)).map(([name, service]) => {
      const ours = service.build !== undefined;
      return [
        name,
        {
          command: service.command ?? (ours ? command : []),
          environment: { ...(ours ? env : {}), ...service.environment },
          healthcheck: service.healthcheck?.test?.slice(1) ?? [],
          replicas: service.deploy?.replicas ?? 1,
        },
      ];
    }),
  );
}

/**
 * What the Dockerfile says, instruction by instruction, and what a container of its image has for itself.
 *
 * @returns {{ instructions: { name: string, args: string }[], env: Record<string, string>, command: string[] }}
 */
export function readImage(root) {
  const instructions = readFileSync(path.join(root, 'Dockerfile'), 'utf8')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, args] = /^([A-Z]+)\s+(.+?)\s*$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, args }];
    });
  const argsOf = (wanted) => instructions.filter(({ name }) => name === wanted).map(({ args }) => args);
  return {
    instructions,
    env: Object.fromEntries(
      argsOf('ENV')
        .flatMap((args) => args.split(/\s+/))
        .map((pair) => pair.split('=')),
    ),
    command: JSON.parse(argsOf('CMD').at(-1)),
  };
}

/**
 * Addresses among servers as they are where no name of a service means anything.
 *
 * @param {Record<string, string>} environment
 * @param {Record<string, string>} places `service:port` → `host:port`
 * @returns {Record<string, string>}
 */
export function placed(environment, places) {
  const moved = (value) =>
    Object.entries(places).reduce(
      (text, [service, place]) => text.replace(new RegExp(`@${service}(?=/|$)`), `@${place}`),
      value,
    );
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, moved(String(value))]));
}

function filled(value, fill) {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((each) => filled(each, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, fill)]));
}
