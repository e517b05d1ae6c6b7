import type { Clock, IsoDate } from '#kernel';
import type { LoadingSite } from '../loading/loading-site.js';
import { type Told, toldPerson } from './acts/index.js';
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
export interface Story extends Told {
  readonly days: Calendar;
  /** @param ago days before today @param act carried out on that office day, with the clock set to `time` */
  readonly on: (ago: number, time: string, act: () => Promise<void>) => void;
  readonly onDay: (day: IsoDate, time: string, act: () => Promise<void>) => void;
}

/** @param name of the story, told when something of it is refused */
export function beginStory({ site, clock, calendar, diary }: Stage, name: string): Story {
  return {
    ...toldPerson(site, clock),
    days: calendar,
    on: (ago, time, act) => diary.note(name, calendar.ago(ago), time, act),
    onDay: (day, time, act) => diary.note(name, day, time, act),
  };
}
