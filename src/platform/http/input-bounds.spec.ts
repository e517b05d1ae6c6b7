import { formBreach, INPUT_BOUNDS, jsonBreach } from './input-bounds.js';

const BOUNDS = { fields: 4, depth: 3, nameBytes: 8 };
const bytes = (text: string): Buffer => Buffer.from(text);

describe('what a request may say', () => {
  it.each([
    ['', undefined],
    ['a=1&b=2&c=&d', undefined],
    ['a=1&b=2&c=3&d=4&e=5', 'too_many_fields'],
    ['a&&&&', 'too_many_fields'],
    ['%E6%B0%8F=見&b=a%26b%26c%26d%26e%26f', undefined],
    [`${'a[b]'.repeat(10)}=1`, 'name_too_long'],
    [`a=${'x'.repeat(1000)}`, undefined],
  ])('in a form: %s', (sent, breach) => {
    expect(formBreach(bytes(sent), BOUNDS)).toBe(breach);
  });

  it.each([
    ['', undefined],
    ['{"a":1,"b":[2,3]}', undefined],
    ['[1,2,3,4,5]', 'too_many_fields'],
    ['[[],[],[],[]]', 'too_many_fields'],
    ['[[[1]]]', undefined],
    ['[[[[1]]]]', 'too_deep'],
    ['{"a":{"b":{"c":{}}}}', 'too_deep'],
    ['{"a":"[[[[{{{{,,,,:"}', undefined],
    [String.raw`{"a":"\"[[[[,,,,,"}`, undefined],
    [String.raw`{"a":"\\","b":[[[1]]]}`, 'too_deep'],
    ['{"abcdefghi":1}', 'name_too_long'],
    ['{"a":"a long text is no name"}', undefined],
    ['"breaks off', undefined],
    ['"\\', undefined],
  ])('in JSON: %s', (sent, breach) => {
    expect(jsonBreach(bytes(sent), BOUNDS)).toBe(breach);
  });

  it('is looked at no further than to the breach', () => {
    const looked = (sent: Buffer, breachOf: typeof formBreach): number => {
      let most = 0;
      const watched = new Proxy(sent, {
        get(target, name) {
          if (typeof name === 'string' && /^\d+$/.test(name)) most = Math.max(most, Number(name));
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value as () => unknown).bind(watched) : value;
        },
      });
      expect(breachOf(watched, INPUT_BOUNDS)).toBeDefined();
      return most;
    };
    expect(looked(bytes('['.repeat(100_000)), jsonBreach)).toBeLessThan(20);
    expect(looked(bytes('[1,'.repeat(8) + '1,'.repeat(100_000)), jsonBreach)).toBeLessThan(30_000);
  });
});
