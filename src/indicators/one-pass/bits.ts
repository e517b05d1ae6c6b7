import type { Segments } from '#indicators';
import type { Parameters } from '../parameters.js';

/** A bigint holds so many pieces of windows. */
export const MOST_PIECES = 62;

/** The piece a day lies in, as a bit. The day is known to lie in one. */
export function bitOfDay(day: string, segments: Segments, parameters: Parameters): string {
  if (segments.pieces.length === 1) return '1::bigint';
  return `(1::bigint << (width_bucket(${day}, ${firstDays(segments, parameters)}) - 1))`;
}

/** The pieces touched by the days from `first` to `last`, as bits: from the first piece not over by then to the last begun. */
export function bitsOfDays(first: string, last: string, segments: Segments, parameters: Parameters): string {
  const over = `width_bucket(${first} - 1, ${parameters.add(
    segments.pieces.map(({ to }) => to),
    'date[]',
  )})`;
  const begun = `width_bucket(${last}, ${firstDays(segments, parameters)})`;
  return `CASE WHEN ${first} <= ${last} THEN greatest((1::bigint << ${begun}) - (1::bigint << ${over}), 0) END`;
}

function firstDays(segments: Segments, parameters: Parameters): string {
  return parameters.add(
    segments.pieces.map(({ from }) => from),
    'date[]',
  );
}
