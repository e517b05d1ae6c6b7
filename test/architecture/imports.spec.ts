import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runFolder } from '../support/run.js';

/** `rule: from → to` of every import that breaks a rule of .dependency-cruiser.cjs. */
function wrongImports(root: string, folders: string[]): string[] {
  const cruiser = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

describe('the import rule', () => {
  it('holds in the whole project', () => {
    expect(wrongImports(projectRoot(), ['src', 'libs', 'migrations', 'test'])).toEqual([]);
  });
});

describe('a room entered by the wrong door', () => {
  /** File, what it imports, and the rules that say no. */
  const files: [file: string, imports: string, rules: string[]][] = [
    ['libs/kernel/dates.ts', '', []],
    ['libs/kernel/index.ts', './dates.js', []],
    ['libs/access/index.ts', '#kernel', []],
    ['libs/access/sides.ts', '../kernel/dates.js', ['libs-room-by-its-door']],
    ['libs/kernel/curious.ts', '#access', ['libs-kernel-direction']],
    ['libs/domain/consent/standing.ts', '#kernel', []],
    ['libs/domain/consent/index.ts', './standing.js', []],
    ['libs/domain/placement/index.ts', '#domain/consent', []],
    ['libs/domain/placement/nosy.ts', '../consent/standing.js', ['libs-noun-by-its-door']],
    ['libs/indicators/index.ts', '#kernel', []],
    ['libs/indicators/files.ts', 'node:fs', ['libs-know-no-machinery']],
    ['libs/ui/index.ts', '#kernel', []],
    ['libs/ui/server.ts', '@nestjs/common', ['libs-know-no-machinery']],
    ['libs/ui/backwards.ts', '../../src/platform/http/index.js', ['libs-know-no-machinery']],
    ['src/platform/http/filter.ts', '', []],
    ['src/platform/http/index.ts', './filter.js', []],
    ['src/platform/http/partial.ts', '../../consents/index.js', ['platform-knows-no-feature']],
    ['src/jobseekers/jobseekers.service.ts', '../platform/http/index.js', []],
    ['src/jobseekers/index.ts', './jobseekers.service.js', []],
    ['src/jobseekers/upwards.ts', '../consents/index.js', ['src-jobseekers-direction']],
    ['src/jobseekers/machinery.ts', '../platform/http/filter.js', ['platform-by-its-doors']],
    ['src/consents/index.ts', '../jobseekers/index.js', []],
    ['src/consents/back-door.ts', '../jobseekers/jobseekers.service.js', ['feature-by-its-door']],
    ['src/consents/inner-room.ts', '../../libs/kernel/dates.js', ['libs-by-the-door-from-outside']],
    ['src/consents/missing.ts', './nothing.js', ['resolvable']],
    ['src/consents/invented.spec.ts', './index.js', []],
    ['src/consents/invented.ts', './invented.spec.js', ['tests-are-not-imported']],
    ['src/timeline/index.ts', '../consents/index.js', []],
    ['src/consultations/index.ts', '../timeline/index.js', ['readers-are-not-built-on', 'src-consultations-direction']],
    ['src/workspaces/index.ts', '../consents/index.js', []],
    ['src/workspaces/page.ts', '../timeline/index.js', []],
    ['src/demonstration/index.ts', '../consents/index.js', []],
    [
      'src/workspaces/shortcut.ts',
      '../demonstration/index.js',
      ['composers-are-started-from-the-top', 'demonstration-stays-out-of-the-office'],
    ],
    ['src/start.ts', './demonstration/index.js', []],
    ['src/worker.ts', './demonstration/index.js', ['demonstration-stays-out-of-the-office']],
    [
      'src/demonstration/shortcut.ts',
      '../workspaces/index.js',
      ['composers-are-started-from-the-top', 'workspaces-are-composed-last'],
    ],
    ['src/novelties/index.ts', '', []],
    ['src/app.module.ts', '../src/workspaces/index.js', []],
    ['src/novelty.ts', './novelties/index.js', ['every-feature-has-its-place']],
    ['src/main.ts', './consents/back-door.js', ['feature-by-its-door-from-the-top']],
  ];
  let project: string;
  let found: string[];

  beforeAll(() => {
    project = mkdtempSync(path.join(runFolder(), 'wrong-doors-'));
    for (const name of ['.dependency-cruiser.cjs', '.ci/import-aliases.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(path.join(projectRoot(), name), path.join(project, name));
    }
    symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(project, 'node_modules'));
    for (const [file, imports] of files) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      writeFileSync(
        path.join(project, file),
        imports === ''
          ? 'export const here = 1;\n'
          : `import * as other from '${imports}';\nexport const here = other;\n`,
      );
    }
    found = wrongImports(project, ['src', 'libs']);
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it.each(files)('%s imports %s: %j', (file, _imports, rules) => {
    const rulesBroken = found
      .filter((violation) => violation.includes(`: ${file} → `))
      .map((violation) => violation.split(':')[0]);
    expect(rulesBroken).toEqual(rules);
  });
});
