import { ENDED_CLOCK_DAYS } from '#domain/jobseeker';
import { view } from '../../platform/sql/index.js';

/**
 * 支援の時計: `clocksOn` of libs/domain/jobseeker/benefits.ts, benefits that have begun and run, or ended lately. The least
 * `place` of a person is the one that `nearestClock` shows: what runs and ends first, else what ended last.
 */
export const BENEFIT_CLOCK = view(
  'benefit_clock',
  `SELECT b.id, b.site_id, b.jobseeker_id, b.name, b.ends_on,
    abs(b.ends_on - (SELECT app_today())) + CASE WHEN b.ends_on < (SELECT app_today()) THEN 100000 ELSE 0 END AS place
  FROM benefit b WHERE b.starts_on <= (SELECT app_today()) AND b.ends_on >= (SELECT app_today()) - ${ENDED_CLOCK_DAYS}`,
);
