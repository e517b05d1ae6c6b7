import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { copiedFromContext, isPinned, lintDockerfile, parseDockerfile } from '../support/dockerfile.js';
import { projectRoot } from '../support/run.js';

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  ports?: string[];
  volumes?: string[];
  configs?: { source: string; target: string }[];
  secrets?: string[];
  deploy?: { replicas?: number };
  privileged?: boolean;
}

const BACKUP_SETTINGS = ['BACKUP_FOLDER', 'BACKUP_KEEP', 'BACKUP_PASSPHRASE', 'DATABASE_BACKUP_URL'];

const read = (file: string) => readFileSync(path.join(projectRoot(), file), 'utf8');
const sourceOf = (program: string) => program.replace(/^dist\//, '').replace(/\.js$/, '.ts');

const compiled = (file: string) => `dist/${file}`.replace(/\.tsx?$/, '.js');

/** The file and everything of ours that it imports, near or far. */
function importedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported] of read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)\.js'/g)) {
    const target = path.join(path.dirname(file), imported ?? '');
    const found = [`${target}.ts`, `${target}.tsx`].find((one) => existsSync(path.join(projectRoot(), one)));
    if (found !== undefined) importedBy(found, seen);
  }
  return seen;
}

describe('Dockerfile', () => {
  const good =
    'FROM node:24.1.0-slim AS build\nRUN npm ci\nFROM node:24.1.0-slim\nCOPY --from=build /app /app\n' +
    'USER node\nHEALTHCHECK CMD ["x", "/readyz"]\nCMD ["node", "x.js"]\n';

  it('has nothing wrong with it', () => {
    expect(lintDockerfile(good)).toEqual([]);
    expect(lintDockerfile(read('Dockerfile'))).toEqual([]);
  });

  it.each([
    ['FROM node:24.1.0-slim\n', 'FROM node:latest\n', 'pin the version of node:latest'],
    ['FROM node:24.1.0-slim\n', 'FROM node:24\n', 'pin the version of node:24'],
    ['--from=build', '--from=bild', 'no stage bild'],
    ['USER node', 'USER root', 'USER is not root'],
    ['USER node\n', '', 'USER is not root'],
    ['/readyz', '/', 'HEALTHCHECK asks /readyz'],
    ['CMD ["node", "x.js"]', 'CMD node x.js', 'one CMD, as a list'],
    ['npm ci', 'npm install', 'npm ci, not npm install'],
    ['npm ci', 'npm ci --omit=optional', 'native parts of packages are optional packages'],
    ['USER node', 'ENV APP_PASSWORD=hush\nUSER node', 'no secret in the image'],
    ['COPY', 'ADD', 'COPY, not ADD'],
  ])('would be told of %j turned into %j', (from, to, complaint) => {
    expect(lintDockerfile(good.replace(from, to))).toEqual([complaint]);
  });

  it('must be made of instructions', () => {
    expect(() => parseDockerfile('FROM a\nRUM b')).toThrow('No instruction: RUM b');
  });

  it('copies what is there and is let into the build', () => {
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const copied of copiedFromContext(read('Dockerfile'))) {
      expect([copied, existsSync(path.join(projectRoot(), copied)), letIn.includes(copied)]).toEqual([
        copied,
        true,
        true,
      ]);
    }
  });

  it('leaves the invented city out, and no program of an installation needs it', () => {
    const removed = parseDockerfile(read('Dockerfile'))
      .filter(({ name, args }) => name === 'RUN' && args.startsWith('rm -rf '))
      .flatMap(({ args }) => args.split(' ').slice(2));
    expect(removed).toContain('dist/src/demonstration');
    const isLeftOut = (file: string) => removed.some((one) => file === one || file.startsWith(`${one}/`));
    for (const program of ['main', 'worker', 'migrate', 'cli']) {
      expect([...importedBy(`src/${program}.ts`)].map(compiled).filter(isLeftOut)).toEqual([]);
    }
    expect([...importedBy('src/start.ts')].map(compiled).filter(isLeftOut)).not.toEqual([]);
  });

  it('starts a program of ours', () => {
    const command = parseDockerfile(read('Dockerfile')).find(({ name }) => name === 'CMD');
    const [, program] = JSON.parse(command?.args ?? '[]') as string[];
    expect(existsSync(path.join(projectRoot(), sourceOf(program ?? '')))).toBe(true);
  });
});

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const { services, volumes, configs, secrets } = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
    configs: Record<string, { file: string }>;
    secrets: Record<string, { file: string }>;
  };
  const each = Object.entries(services);

  it('gives database, queue, two webs and two workers, after one migration, and a proxy before the webs', () => {
    expect(Object.keys(services).sort()).toEqual(['migrate', 'postgres', 'proxy', 'redis', 'web', 'worker']);
    for (const name of ['web', 'worker']) expect(services[name]?.deploy?.replicas).toBe(2);
    for (const name of ['web', 'worker']) {
      expect(services[name]?.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    }
    expect(services.migrate?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it.each(each)(
    '%s runs a pinned image without privileges, and waits for services that are there',
    (_name, service) => {
      expect(isPinned(service.image)).toBe(true);
      expect(service.privileged).toBeUndefined();
      for (const needed of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(needed);
      for (const volume of service.volumes ?? []) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    },
  );

  it('keeps what people typed out of the log of the database, as the embedded one does', () => {
    const embedded = read('src/platform/database/embedded/cluster.ts');
    const settings = (services.postgres?.command ?? []).filter((word) => word.startsWith('log_'));
    expect(settings.length).toBe(2);
    for (const setting of settings) expect(embedded).toContain(setting.replace(/=(.*)/, ": '$1'"));
  });

  it('opens nothing to the office but the proxy', () => {
    expect(each.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['proxy']);
  });

  it.each(each.filter(([, service]) => service.build !== undefined))(
    '%s runs a program of ours with settings that we read',
    (_name, service) => {
      const [, program] = service.command ?? ['node', 'dist/src/main.js'];
      expect(existsSync(path.join(projectRoot(), sourceOf(program ?? '')))).toBe(true);
      const config = read('src/platform/config/index.ts');
      for (const name of Object.keys(service.environment ?? {}))
        expect(config).toMatch(new RegExp(`(env\\['|From\\(env, ')${name}'`));
    },
  );

  it('has no secret and no default for one', () => {
    const variables = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)];
    for (const [, name, rest] of variables) expect([name, rest]).toEqual([name, `:?set ${name}`]);
    const header = text.slice(0, text.indexOf('\nname:'));
    for (const [, name] of variables) expect(header).toContain(name);
    const settings = each
      .flatMap(([, { environment = {} }]) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|SECRET|_URL/.test(name));
    for (const [name, value] of settings) expect([name, value]).toEqual([name, expect.stringContaining('${')]);
  });

  it('keeps the addresses of owner and administrator to the migration', () => {
    const holders = each.filter(
      ([, { environment = {} }]) => 'DATABASE_OWNER_URL' in environment || 'DATABASE_ADMIN_URL' in environment,
    );
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
  });

  it('gives the worker all it needs for a backup every night, and what reads every row to nobody who serves people', () => {
    const told = BACKUP_SETTINGS.map((setting) => [
      setting,
      each.filter(([, { environment = {} }]) => setting in environment).map(([name]) => name),
    ]);
    expect(told).toEqual([
      ['BACKUP_FOLDER', ['worker']],
      ['BACKUP_KEEP', ['worker']],
      ['BACKUP_PASSPHRASE', ['worker']],
      ['DATABASE_BACKUP_URL', ['migrate', 'worker']],
    ]);
    const { environment = {}, volumes: mounted } = services.worker ?? {};
    expect(mounted).toEqual([`backups:${environment['BACKUP_FOLDER']}`]);
    expect(environment['DATABASE_BACKUP_URL']).toBe(services.migrate?.environment?.['DATABASE_BACKUP_URL']);
    // What is read-only otherwise is written to by whom the folder belongs to in the image.
    expect(read('Dockerfile')).toMatch(
      new RegExp(`^RUN install --directory --owner=node .*${environment['BACKUP_FOLDER']}$`, 'm'),
    );
  });

  it('gives the first administrator to the step that makes it, and to nothing else', () => {
    const told = each.filter(([, { environment = {} }]) => 'FIRST_ADMIN_LOGIN' in environment);
    expect(told.map(([name]) => name)).toEqual(['migrate']);
  });

  it('knows when a server is ready', () => {
    for (const name of ['postgres', 'redis', 'web', 'worker', 'proxy'])
      expect(services[name]?.healthcheck?.test?.[0]).toBe('CMD');
    expect(services.web?.healthcheck?.test?.join(' ')).toContain('/readyz');
  });

  describe('and its proxy', () => {
    const proxy = read('haproxy.cfg');
    const only = (pattern: RegExp): string => {
      const found = [...proxy.matchAll(new RegExp(pattern, 'gm'))].map(([, what = '']) => what);
      expect(new Set(found).size).toBe(1);
      return found[0] ?? '';
    };

    it('reads the file beside it, and listens where people are let in', () => {
      const { command = [], configs: mounted, ports = [] } = services.proxy ?? {};
      expect(mounted).toEqual([{ source: 'proxy', target: command.at(-1) }]);
      expect(configs.proxy?.file).toBe('./haproxy.cfg');
      const inside = [...proxy.matchAll(/^ +bind :(\d+)/gm)].map(([, port]) => port);
      expect(ports.map((port) => port.split(':')[1])).toEqual(inside);
    });

    it('has its certificate from a file that is named, and lets nobody in without', () => {
      expect(services.proxy?.secrets).toEqual(['certificate']);
      expect(only(/ ssl crt (\S+)/)).toBe('/run/secrets/certificate');
      expect(secrets.certificate?.file).toBe('${CERTIFICATE_FILE:?set CERTIFICATE_FILE}');
      expect(proxy).toContain('http-request redirect scheme https code 308 unless { ssl_fc }');
      expect(services.web?.environment?.['SECURE_COOKIES']).toBe('true');
    });

    it('asks every web whether it is ready, and has room for more of them than there are', () => {
      const port = /PORT=(\d+)/.exec(read('Dockerfile'))?.[1];
      expect(only(/server-template (\S+ \d+ \S+) /)).toBe(`web 8 web:${port}`);
      expect(services.web?.deploy?.replicas).toBeLessThan(8);
      expect(only(/http-check send meth GET uri (\S+)/)).toBe('/readyz');
      // Otherwise a web that is stopped cuts off whoever is sent to it over a kept connection.
      expect(proxy).toMatch(/^ +option http-server-close$/m);
    });

    it('says who asks, whatever they said themselves, and is believed', () => {
      expect(proxy.indexOf('http-request del-header X-Forwarded-For')).toBeGreaterThan(0);
      expect(proxy.indexOf('option forwardfor')).toBeGreaterThan(proxy.indexOf('del-header X-Forwarded-For'));
      expect(services.web?.environment?.['TRUSTED_PROXIES']).toContain('uniquelocal');
    });

    it('writes no address into its log, and waits longer than a web does', () => {
      const format = only(/^ +log-format (.*)$/);
      expect(format).not.toMatch(/%(r\b|HU|HP|HQ|\[)/);
      expect(Number(only(/timeout server (\d+)s/)) * 1000).toBeGreaterThan(
        Number(/DEADLINE_MS = ([\d_]+)/.exec(read('src/platform/web/server.ts'))?.[1]?.replace('_', '')),
      );
    });
  });
});
