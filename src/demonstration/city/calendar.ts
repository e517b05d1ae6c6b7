import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, ageOn, fiscalYearOf, fiscalYearRange, type IsoDate, weekdayOf } from '#kernel';

/** 年末年始の閉庁日, beside the public holidays. */
const TURN_OF_THE_YEAR: ReadonlySet<string> = new Set(['12-29', '12-30', '12-31', '01-02', '01-03']);

/** 開庁日: no weekend, no public holiday (1970 to 2050), not the turn of the year. */
function isOfficeDay(day: IsoDate): boolean {
  const weekday = weekdayOf(day);
  return (
    weekday !== 0 && weekday !== 6 && !TURN_OF_THE_YEAR.has(day.slice(5)) && !Object.hasOwn(holidayJp.holidays, day)
  );
}

/** The days of the demonstration, all told from today, so that it is never out of date. */
export class Calendar {
  /** First day of the fiscal year (年度) that today lies in. */
  readonly yearStart: IsoDate;
  /** The site opened two fiscal years before the current one. */
  readonly openedOn: IsoDate;

  constructor(readonly today: IsoDate) {
    const year = fiscalYearOf(today);
    this.yearStart = fiscalYearRange(year).from;
    this.openedOn = fiscalYearRange(year - 2).from;
  }

  /** The office day so many days ago, or the last one before it. */
  ago(days: number): IsoDate {
    return this.officeDayUpTo(addDays(this.today, -days));
  }

  /** The office day so many days ahead, or the first one after it. */
  ahead(days: number): IsoDate {
    return officeDayFrom(addDays(this.today, days));
  }

  /** The first office day of the next fiscal year. */
  get nextYear(): IsoDate {
    return officeDayFrom(fiscalYearRange(fiscalYearOf(this.today) + 1).from);
  }

  /** Birth date of somebody who has that age today. @param monthDay 'MM-DD' */
  bornAt(age: number, monthDay: string): IsoDate {
    const year = Number(this.today.slice(0, 4)) - age;
    const thisYears: IsoDate = `${year}-${monthDay}`;
    return ageOn(thisYears, this.today) === age ? thisYears : `${year - 1}-${monthDay}`;
  }

  /** The office days of a span. */
  officeDays(from: IsoDate, to: IsoDate): IsoDate[] {
    const days: IsoDate[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) if (isOfficeDay(day)) days.push(day);
    return days;
  }

  private officeDayUpTo(day: IsoDate): IsoDate {
    return isOfficeDay(day) ? day : this.officeDayUpTo(addDays(day, -1));
  }
}

/** The day itself, or the next on which the office is open. */
export function officeDayFrom(day: IsoDate): IsoDate {
  return isOfficeDay(day) ? day : officeDayFrom(addDays(day, 1));
}
