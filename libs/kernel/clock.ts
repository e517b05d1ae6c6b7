import { isIsoDate, type IsoDate } from './dates.js';

/** Where the program learns what time it is. Handed in, so that tests and imports decide the day. */
export interface Clock {
  /** The present moment. */
  now(): Date;
  /** Today's date in Japan (Asia/Tokyo), wherever the server runs. */
  today(): IsoDate;
}

/** A clock that stands still until it is set to another moment. */
export interface MovableClock extends Clock {
  /** Sets the clock; `at` as in {@link frozenClock}. */
  set(at: string | Date): void;
}

/** Japan has kept UTC+9 all year since 1952, so the offset needs no time zone table. */
const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;

const HAS_ZONE = /T.*(Z|[+-]\d{2}:?\d{2})$/;

/** The real time. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => tokyoDateOf(new Date()),
};

/**
 * A clock that always shows the same moment.
 * @param at an instant (Date, or ISO text with its zone), or a bare date, which means noon of that day in Japan.
 * @throws RangeError when `at` is neither.
 */
export function frozenClock(at: string | Date): Clock {
  const moment = momentOf(at);
  return { now: () => new Date(moment), today: () => tokyoDateOf(moment) };
}

/** A clock standing at `at` (as in {@link frozenClock}) that can be set to another moment. */
export function movableClock(at: string | Date): MovableClock {
  let moment = momentOf(at);
  return {
    now: () => new Date(moment),
    today: () => tokyoDateOf(moment),
    set: (next) => {
      moment = momentOf(next);
    },
  };
}

/** The date in Japan at a moment. */
export function tokyoDateOf(moment: Date): IsoDate {
  return tokyoText(moment).slice(0, 10);
}

/** The time of day in Japan at a moment, 'HH:MM' (24 hours). */
export function tokyoTimeOf(moment: Date): string {
  return tokyoText(moment).slice(11, 16);
}

function tokyoText(moment: Date): string {
  return new Date(moment.getTime() + TOKYO_OFFSET_MS).toISOString();
}

function momentOf(at: string | Date): Date {
  if (typeof at === 'string' && isIsoDate(at)) return new Date(`${at}T12:00:00+09:00`);
  // Text without a zone would mean another moment on a server in another country.
  if (typeof at === 'string' && !HAS_ZONE.test(at))
    throw new RangeError(`not a date or an instant with its zone: ${at}`);
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`not an instant: ${String(at)}`);
  return moment;
}
