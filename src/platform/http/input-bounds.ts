import { HttpException } from '@nestjs/common';

/** How much one request may say. */
export interface InputBounds {
  /** Fields of a form or query, members and elements of JSON, all of them together. */
  readonly fields: number;
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Bytes of the name of a field. */
  readonly nameBytes: number;
}

/** The largest there is names a successor for 2,000 open things of a colleague who leaves, in five fields each. */
export const INPUT_BOUNDS: InputBounds = { fields: 12_000, depth: 10, nameBytes: 200 };
/** Whatever is sent by somebody whom nobody knows yet: login, password, where to go on, and what a page adds. */
export const SIGN_IN_BOUNDS: InputBounds = { ...INPUT_BOUNDS, fields: 20 };
/** A filter of a list has a dozen. */
export const QUERY_BOUNDS: InputBounds = { ...INPUT_BOUNDS, fields: 200 };

export type BreachCode = 'too_many_fields' | 'too_deep' | 'name_too_long';

/** 413 with a code of its own: what was sent is counted before anything looks at it. */
export class OutOfBounds extends HttpException {
  constructor(readonly code: BreachCode) {
    super(code, 413);
  }
}

const [AMPERSAND, EQUALS, QUOTE, BACKSLASH, COMMA, COLON] = [38, 61, 34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/**
 * Looks at a form or a query as it travels, byte by byte and no further than to the first breach.
 * @param sent `name=value&name=value`, percent-encoded
 */
export function formBreach(sent: Uint8Array, bounds: InputBounds): BreachCode | undefined {
  let fields = sent.length === 0 ? 0 : 1;
  let nameBytes = 0;
  let inName = true;
  for (const byte of sent) {
    if (byte === AMPERSAND) {
      fields += 1;
      nameBytes = 0;
      inName = true;
      if (fields > bounds.fields) return 'too_many_fields';
    } else if (byte === EQUALS) inName = false;
    else if (inName && ++nameBytes > bounds.nameBytes * ENCODED) return 'name_too_long';
  }
  return undefined;
}

/** A byte of a name travels as three characters. */
const ENCODED = 3;

/** The same for JSON. What is no JSON passes here, and is refused by whoever reads it. */
export function jsonBreach(sent: Uint8Array, bounds: InputBounds): BreachCode | undefined {
  let fields = 0;
  let depth = 0;
  let text = 0;
  for (let at = 0; at < sent.length; at += 1) {
    switch (sent[at]) {
      case QUOTE: {
        const end = endOfText(sent, at);
        text = end - at - 1;
        at = end;
        break;
      }
      case COLON:
        if (text > bounds.nameBytes) return 'name_too_long';
        break;
      case COMMA:
        fields += 1;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        fields += 1;
        depth += 1;
        if (depth > bounds.depth) return 'too_deep';
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      default:
    }
    if (fields > bounds.fields) return 'too_many_fields';
  }
  return undefined;
}

/** @param at place of the quote that opens it @returns place of the quote that closes it, or the end */
function endOfText(sent: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < sent.length && sent[end] !== QUOTE) end += sent[end] === BACKSLASH ? 2 : 1;
  return end;
}
