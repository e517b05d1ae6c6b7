import { InvalidInput } from '#kernel';

/** Longest cursor that is looked into: two keys, one of them a person's reading. */
export const CURSOR_MAX = 1000;

/** What a key of a list is: an id, a moment, or text that the list is sorted by. */
type Key = 'id' | 'moment' | 'text';
type Place<Keys extends Readonly<Record<string, Key>>> = { readonly [Name in keyof Keys]: string };

const FITS: Readonly<Record<Key, (value: string) => boolean>> = {
  id: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  moment: (value) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/.test(value),
  text: (value) => !value.includes('\u0000'),
};

/**
 * The order of one list, and the places in it that pages begin after. A place says of which list and order it is, so that one of
 * another list is refused and not taken for a place of this one.
 */
export class ListOrder<const Keys extends Readonly<Record<string, Key>>> {
  /**
   * @param name of the list, and of the order where it has several; goes into every cursor
   * @param keys what it is sorted by, with the id that makes it definite
   */
  constructor(
    readonly name: string,
    private readonly keys: Keys,
  ) {}

  /** The place after a line, as `next` of a page. */
  cursorAfter(place: Place<Keys>): string {
    const values = Object.keys(this.keys).map((key) => place[key]);
    return Buffer.from(JSON.stringify([this.name, ...values])).toString('base64url');
  }

  /** The place that a cursor stands for; undefined when it is none of this list and order. */
  find(cursor: unknown): Place<Keys> | undefined {
    if (typeof cursor !== 'string' || cursor.length > CURSOR_MAX) return undefined;
    const [name, ...values] = listIn(cursor);
    const keys = Object.entries(this.keys);
    if (name !== this.name || values.length !== keys.length) return undefined;
    const place = keys.map(([key, kind], at): [string, unknown] => {
      const value = values[at];
      return [key, typeof value === 'string' && FITS[kind](value) ? value : undefined];
    });
    if (place.some(([, value]) => value === undefined)) return undefined;
    return Object.fromEntries(place) as Place<Keys>;
  }

  /**
   * @param field where it was sent
   * @returns undefined where none was
   * @throws InvalidInput `cursor_of_another_list`
   */
  read(cursor: string | undefined, field = 'after'): Place<Keys> | undefined {
    if (cursor === undefined) return undefined;
    const place = this.find(cursor);
    if (place === undefined) throw new InvalidInput([{ field, code: 'cursor_of_another_list' }]);
    return place;
  }
}

function listIn(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
