import { addDays } from '#kernel';
import { inventedNames } from '../../published-records/names.js';
import { randomFrom } from '../../published-records/random.js';
import type { Stage } from '../stage.js';
import { noteDoorCounts } from './door.js';
import { noteCourse } from './course.js';
import { newcomer } from './newcomer.js';

const PEOPLE = 150;
const DAYS_IN_A_YEAR = 365;

/**
 * The everyday of the site behind the stories: people who come and go over the current and the previous fiscal year, and
 * the counts at the door. The same on every day it is loaded, apart from the dates.
 */
export function noteBackground(stage: Stage): void {
  const { calendar } = stage;
  const random = randomFrom('見本市');
  const days = calendar.officeDays(addDays(calendar.yearStart, -DAYS_IN_A_YEAR), calendar.ago(1));
  noteDoorCounts(stage, days, randomFrom('見本市の来所'));
  const nextName = inventedNames(random);
  for (let number = 1; number <= PEOPLE; number += 1) {
    const day = days[Math.floor(((number - 1) / PEOPLE) * days.length)] ?? calendar.today;
    noteCourse(stage, newcomer(stage, random, number, nextName), day, random);
  }
}
