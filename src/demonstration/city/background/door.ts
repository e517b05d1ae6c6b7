import { type IsoDate, weekdayOf } from '#kernel';
import { VisitsService } from '../../../visits/index.js';
import type { Random } from '../../published-records/random.js';
import type { Stage } from '../stage.js';

/** 来所の計数: one count at the end of every office day, on Mondays more. */
export function noteDoorCounts({ site, diary }: Stage, days: readonly IsoDate[], random: Random): void {
  const visits = site.service(VisitsService);
  for (const day of days) {
    const quantity = random.between(9, 20) + (weekdayOf(day) === 1 ? 5 : 0);
    diary.note('door', day, '17:05', () =>
      visits.record(site.actor('counsellor'), { visitedOn: day, deskId: site.desk('joint'), quantity, purpose: 'use' }),
    );
  }
}
