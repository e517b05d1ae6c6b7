import type { Attempt } from '../access/support/visitor.js';
import type { Dice } from './dice.js';
import type { Door } from './doors.js';
import { hostile, hostileText, type Schema, type Values } from './values.js';

/** A request with what it was made from. */
export interface Thrown {
  readonly door: Door;
  readonly attempt: Attempt;
  /** Names that were sent, whether or not the door knows them. */
  readonly sent: ReadonlySet<string>;
}

/** Forms send dates in boxes. */
const BOXES = ['era', 'year', 'month', 'day'] as const;

/** Makes requests: as they should be, with one thing wrong, with everything wrong. */
export class Requests {
  constructor(
    private readonly dice: Dice,
    private readonly values: Values,
    /** What may stand in an address, by the word before it. */
    private readonly thing: (word: string) => string,
  ) {}

  throwAt(door: Door): Thrown {
    const sent = new Set<string>();
    const address = this.address(door.path);
    const query = this.query(door, sent);
    const payload = door.body === undefined ? undefined : this.payload(door, door.body, sent);
    const isJsonToPage = !door.isApi && payload !== undefined && this.dice.comes(0.15);
    const attempt: Attempt = {
      method: door.method,
      url: `${address}${query}`,
      ...(payload === undefined ? {} : { payload: door.isApi || isJsonToPage ? json(payload) : this.form(payload) }),
      headers: {
        ...(isJsonToPage ? { 'content-type': 'application/json' } : {}),
        ...(this.dice.comes(0.05)
          ? { 'idempotency-key': this.dice.one(['k', 'x'.repeat(2000), `'--`, '\u00e9']) }
          : {}),
      },
    };
    return { door, attempt, sent };
  }

  private address(path: string): string {
    const segments = path.split('/');
    const isWrong = this.dice.comes(0.12);
    return segments
      .map((segment, at) => {
        if (!segment.startsWith(':')) return segment;
        return isWrong ? encoded(hostileText(this.dice).slice(0, 300)) || '%20' : this.thing(segments[at - 1] ?? '');
      })
      .join('/');
  }

  private query({ query }: Door, sent: Set<string>): string {
    const asked = Object.entries(query).filter(() => this.dice.comes(0.5));
    const pairs = asked.flatMap(([name, schema]): [string, string][] => {
      const value = this.dice.comes(0.4) ? hostileText(this.dice) : asText(this.values.valid(name, schema));
      return this.dice.comes(0.05)
        ? [
            [name, value],
            [name, hostileText(this.dice)],
          ]
        : [[name, value]];
    });
    if (this.dice.comes(0.05)) pairs.push([this.dice.one(['__proto__', 'a[b]', 'constructor', 'weather']), 'x']);
    for (const [name] of pairs) sent.add(name);
    return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`;
  }

  private payload({ isApi }: Door, schema: Schema, sent: Set<string>): unknown {
    if (isApi && this.dice.comes(0.02)) {
      const nobodys = hostile(this.dice);
      for (const name of Object.keys(nobodys ?? {})) sent.add(name);
      return nobodys;
    }
    const body = this.values.object(this.values.resolve(schema));
    const names = Object.keys(this.values.resolve(schema).properties ?? {});
    const howWrong = this.dice.next();
    if (howWrong > 0.3 && names.length > 0) {
      const wrong = howWrong > 0.85 ? names : [this.dice.one(names)];
      for (const name of wrong) this.spoil(body, name);
    }
    if (this.dice.comes(0.05))
      body[this.dice.one(['weather', 'constructor', 'id', 'siteId', '_after'])] = hostile(this.dice);
    for (const name of Object.keys(body)) sent.add(name);
    return body;
  }

  /** A field, or one inside the lists it holds. */
  private spoil(body: Record<string, unknown>, name: string): void {
    const value = body[name];
    if (Array.isArray(value) && value.length > 0 && this.dice.comes(0.7)) {
      const at = this.dice.between(0, value.length - 1);
      const inside: unknown = value[at];
      if (typeof inside === 'object' && inside !== null && this.dice.comes(0.7)) {
        const names = Object.keys(inside);
        if (names.length > 0) (inside as Record<string, unknown>)[this.dice.one(names)] = hostile(this.dice);
      } else value[at] = hostile(this.dice);
    } else body[name] = hostile(this.dice);
  }

  /** As a browser sends it: texts, a name several times, dates in boxes. */
  private form(payload: unknown): string {
    const fields = Object.entries(typeof payload === 'object' && payload !== null ? payload : {});
    const pairs = fields.flatMap(([name, value]: [string, unknown]): [string, string][] => {
      if (Array.isArray(value)) return value.map((each: unknown) => [name, asText(each)]);
      const text = asText(value);
      const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
      if (!day || this.dice.comes(0.2)) return [[name, text]];
      return BOXES.map((box, at) => [
        `${name}_${box}`,
        this.dice.comes(0.05) ? hostileText(this.dice) : box === 'era' ? '' : (day[at] ?? ''),
      ]);
    });
    return new URLSearchParams(pairs).toString();
  }
}

const json = (payload: unknown): string => JSON.stringify(payload) ?? 'null';
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Percent-encoded; half a character travels as the replacement for it. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
