import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { captureLog } from '../../../test/support/log-lines.js';
import { errorLine, messageOf } from './error-line.js';
import { log } from './index.js';

const NAME = '見本 花子';

/** As the driver hands it out when a row is refused: with the row, and with what it was to be made of. */
function refusedRow(code: string, message: string): Error {
  const error = Object.assign(new DatabaseError(message, 100, 'error'), {
    severity: 'ERROR',
    code,
    detail: `Failing row contains (${NAME}).`,
    where: `COPY jobseeker, line 1: "${NAME}"`,
    internalQuery: `SELECT '${NAME}'`,
    hint: NAME,
    table: 'jobseeker',
    constraint: 'jobseeker_number_key',
  });
  return new QueryFailedError('INSERT INTO jobseeker VALUES ($1)', [NAME], error);
}

describe('an error in the log', () => {
  it.each([
    ['23505', 'duplicate key value violates unique constraint "jobseeker_number_key"'],
    ['22P02', `invalid input syntax for type uuid: "${NAME}"`],
    ['22003', `value "${NAME}" is out of range for type integer`],
  ])('of the database (%s) says code, table and constraint, and no value', (code, message) => {
    const { lines, release } = captureLog();
    try {
      log.error({ err: new Error('outer', { cause: refusedRow(code, message) }) }, code);
      log.error({ err: refusedRow(code, message) }, `${code} itself`);
    } finally {
      release();
    }
    expect(JSON.stringify(lines)).not.toContain('花子');
    expect(lines[1]?.err).toMatchObject({ code, table: 'jobseeker', constraint: 'jobseeker_number_key' });
    expect(lines[0]?.err).toMatchObject({ message: 'outer', cause: { code } });
    expect((lines[1]?.err as { stack: string }).stack).toContain('error-line.spec.ts');
  });

  it('holds nothing a library hangs on it: the command to Redis with its password, an address that is none', () => {
    const refused = Object.assign(new Error('WRONGPASS'), { command: { name: 'auth', args: ['geheim'] } });
    const address = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: 'redis://:geheim@' });
    expect(JSON.stringify([refused, address].map((error) => errorLine(error)))).not.toContain('geheim');
    expect(errorLine(address)).toMatchObject({ type: 'TypeError', code: 'ERR_INVALID_URL' });
  });

  it('of several attempts says each, and what was thrown and is none its text', () => {
    const attempts = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}`));
    expect(messageOf(new AggregateError(attempts))).toBe('connect ECONNREFUSED ::1; connect ECONNREFUSED 127.0.0.1');
    expect([messageOf('text'), messageOf({ name: NAME })]).toEqual(['text', 'a object was thrown']);
  });
});
