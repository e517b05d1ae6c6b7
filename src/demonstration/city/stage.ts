import type { Clock, IsoDate } from '#kernel';
import type { LoadingSite } from '../loading/loading-site.js';
import { type StoryActs, actsForPerson } from './acts/index.js';
import type { Calendar } from './calendar.js';
import type { Diary } from './diary.js';

/** What every story of the demonstration needs. */
export interface Stage {
  readonly site: LoadingSite;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly diary: Diary;
}

/** A story of one person: who it is about, and how to note what happened when. */
export interface Story extends StoryActs {
  readonly days: Calendar;
  /** @param ago days before today @param act carried out on that office day, with the clock set to `time` */
  readonly on: (ago: number, time: string, act: () => Promise<void>) => void;
}

/** @param name of the story, told when something of it is refused */
export function beginStory({ site, clock, calendar, diary }: Stage, name: string): Story {
  // Days before a weekend or a holiday may fall on one office day: what is noted later then happens later on it.
  const latest = new Map<IsoDate, string>();
  const onDay = (day: IsoDate, time: string, act: () => Promise<void>): void => {
    const before = latest.get(day);
    const at = before === undefined || before < time ? time : quarterPast(before);
    latest.set(day, at);
    diary.note(name, day, at, act);
  };
  return { ...actsForPerson(site, clock), days: calendar, on: (ago, time, act) => onDay(calendar.ago(ago), time, act) };
}

/** A quarter of an hour later; 'HH:MM' of the same day. */
function quarterPast(time: string): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
