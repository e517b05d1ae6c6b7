import { addDays, weekdayOf, type IsoDate } from '#kernel';

/** Public holidays on weekdays from July 2011 to April 2012. */
const HOLIDAYS: ReadonlySet<IsoDate> = new Set([
  '2011-07-18',
  '2011-09-19',
  '2011-09-23',
  '2011-10-10',
  '2011-11-03',
  '2011-11-23',
  '2011-12-23',
  '2012-01-09',
  '2012-03-20',
  '2012-04-30',
]);

/** The days on which a public office is open (開庁日): no weekend, no holiday, not the turn of the year. */
export class BusinessDays {
  private readonly days: readonly IsoDate[];

  /** @param from first day of the site's work @param to last day told of */
  constructor(from: IsoDate, to: IsoDate) {
    const days: IsoDate[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) if (isOpen(day)) days.push(day);
    this.days = days;
  }

  get last(): IsoDate {
    return this.days[this.days.length - 1] as IsoDate;
  }

  /** The open days of a window. */
  within(from: IsoDate, to: IsoDate): IsoDate[] {
    return this.days.filter((day) => day >= from && day <= to);
  }

  /** So many open days later (earlier when negative), but not beyond the first or last day told of. */
  shift(day: IsoDate, count: number): IsoDate {
    const target = Math.min(Math.max(this.indexOf(day) + count, 0), this.days.length - 1);
    return this.days[target] as IsoDate;
  }

  /** Open days from one to the other; negative when the second is earlier. */
  between(from: IsoDate, to: IsoDate): number {
    return this.indexOf(to) - this.indexOf(from);
  }

  private indexOf(day: IsoDate): number {
    const index = this.days.indexOf(day);
    if (index < 0) throw new Error(`the office is closed on ${day}`);
    return index;
  }
}

function isOpen(day: IsoDate): boolean {
  const weekday = weekdayOf(day);
  const monthDay = day.slice(5);
  const turnOfTheYear = monthDay >= '12-29' || monthDay <= '01-03';
  return weekday !== 0 && weekday !== 6 && !turnOfTheYear && !HOLIDAYS.has(day);
}
