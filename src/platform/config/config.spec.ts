import { ConfigurationError, readConfig } from './index.js';

const SECRET = 'hOQ2tq7mXr0wZbKJ9c4Vn8sLdPfGyUeA';

describe('settings', () => {
  const read = (env: NodeJS.ProcessEnv) => () => readConfig(env, '/nowhere');

  it.each([
    { PORT: '70000' },
    { PORT: 'http' },
    { COOKIE_SECRET: 'x' },
    { COOKIE_SECRET: 'x'.repeat(64) },
    { COOKIE_SECRET: 'change-me-to-thirty-two-random-characters' },
    { DATABASE_URL: 'team_support' },
    { DATABASE_URL: 'mysql://u:p@h/d' },
    { DATABASE_OWNER_URL: 'postgres://u:p#1@h/d' },
    { QUEUE_DATABASE_URL: 'redis://h' },
    { REDIS_URL: 'localhost:6379' },
    { DATABASE_POOLER: 'yes' },
    { SECURE_COOKIES: '1' },
    { TRUSTED_PROXIES: '10.0.0.0/8/8' },
    { LOG_LEVEL: 'loud' },
    { TRUSTED_PROXIES: 'proxy' },
    { TRUSTED_PROXIES: '10.0.0.1,' },
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    { TRUSTED_PROXIES: '0.0.0.0/0' },
    { FIRST_ADMIN_LOGIN: 'first' },
  ])('%j is refused with a sentence that names it', (env) => {
    const [name = ''] = Object.keys(env);
    expect(read(env)).toThrow(ConfigurationError);
    expect(read(env)).toThrow(name);
  });

  it('a refusal says nothing of a secret', () => {
    for (const env of [{ COOKIE_SECRET: 'hush-hush' }, { DATABASE_URL: 'mysql://u:hush-hush@h/d' }])
      expect(read(env)).not.toThrow(/hush/);
  });

  it('an empty variable counts as unset', () => {
    const empty = {
      PORT: '',
      HOST: '',
      DATABASE_URL: '',
      REDIS_URL: '',
      COOKIE_SECRET: '',
      SECURE_COOKIES: '',
      TRUSTED_PROXIES: '',
    };
    expect(readConfig(empty, '/x')).toEqual(readConfig({}, '/x'));
  });

  it('a proxy is one on the same machine, unless others are named', () => {
    const trusted = (given?: string) => readConfig({ TRUSTED_PROXIES: given }, '/x').trustedProxies;
    expect(trusted()).toEqual(['loopback']);
    expect(trusted('uniquelocal, 10.1.0.0/16,2001:db8::1')).toEqual(['uniquelocal', '10.1.0.0/16', '2001:db8::1']);
  });

  it('the queue is reached where the process is, unless it is told', () => {
    const env = { DATABASE_URL: 'postgres://u:p@pooler:6432/d', COOKIE_SECRET: SECRET, DATABASE_POOLER: 'transaction' };
    expect(readConfig(env, '/x')).toMatchObject({ queueDatabaseUrl: undefined, cookieSecret: SECRET });
    const direct = 'postgres://u:p@server:5432/d';
    expect(readConfig({ ...env, QUEUE_DATABASE_URL: direct }, '/x').queueDatabaseUrl).toBe(direct);
  });
});
