import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startApplication, type TestApplication } from '../../support/application.js';
import { DescribedAnswers } from '../../support/described-answers.js';
import { projectRoot, runFolder } from '../../support/run.js';

/** A program against the interface as somebody else would write it; each line marked as an error has to be one. */
const CLIENT = `import type { components, paths } from './client.js';

type Sent<Name extends keyof components['schemas']> = components['schemas'][Name];
type Asked = NonNullable<paths['/api/v1/caseload']['get']['parameters']['query']>;

export const caseload: Asked = { desk: 1, scope: 'team', limit: 50 };
export const visit: Sent<'RecordVisit'> = { visitedOn: '2026-06-09', quantity: 3, purpose: 'consultation' };
export const wish: Sent<'RecordWish'> = { recordedOn: '2026-06-09', occupations: ['事務'], weeklyHoursMin: null, undecided: false };
export const next = (page: components['schemas']['FoundPage']): string | undefined => page.next ?? page.items[0]?.familyName;
// @ts-expect-error a desk is a number
export const wrongDesk: Asked = { desk: 'main' };
// @ts-expect-error a version is a number
export const wrongVersion: Sent<'WithdrawClosing'> = { reason: '誤り', version: {} };
// @ts-expect-error nothing but what is described
export const wrongField: Sent<'RecordVisit'> = { visitedOn: '2026-06-09', quantity: 3, purpose: 'consultation', weather: 'fine' };
`;

const run = promisify(execFile);
const inProject = (...parts: string[]): string => path.join(projectRoot(), ...parts);

/** Tools of others read the description; none of them asks an address outside. */
describe('the description of the interface', () => {
  let t: TestApplication;
  let folder: string;
  let description: string;
  beforeAll(async () => {
    t = await startApplication();
    await DescribedAnswers.of(t.app);
    folder = mkdtempSync(path.join(runFolder(), 'openapi-'));
    description = path.join(folder, 'openapi.json');
    writeFileSync(description, (await t.app.inject('/api/openapi.json')).body);
  });
  afterAll(() => t.close());

  it('passes the lint', async () => {
    const lint = run(
      process.execPath,
      [
        inProject('node_modules/@redocly/cli/bin/cli.js'),
        'lint',
        description,
        '--config',
        inProject('.ci/redocly.yaml'),
      ],
      { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' } },
    );
    await expect(lint.catch((error: { stdout: string; stderr: string }) => error)).resolves.toEqual({
      stdout: '',
      stderr: expect.stringContaining('Your API description is valid'),
    });
  });

  it('makes a client that compiles, and that refuses what the interface refuses', async () => {
    await run(process.execPath, [
      inProject('node_modules/openapi-typescript/bin/cli.js'),
      description,
      '--output',
      path.join(folder, 'client.ts'),
    ]);
    writeFileSync(path.join(folder, 'use.ts'), CLIENT);
    const compiled = run(process.execPath, [
      inProject('node_modules/typescript-native/bin/tsc'),
      ...[
        '--ignoreConfig',
        '--strict',
        '--noEmit',
        '--skipLibCheck',
        '--module',
        'nodenext',
        '--target',
        'es2022',
        '--types',
        '',
      ],
      path.join(folder, 'use.ts'),
    ]);
    expect(await compiled.catch((error: { stdout: string }) => error)).toMatchObject({ stdout: '' });
  });
});
