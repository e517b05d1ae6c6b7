import { EMPLOYERS } from '../employers.js';
import type { Story } from '../stage.js';

/** Orders of those who say no on the phone before anybody may apply, four in a call round. */
const DECLINED = EMPLOYERS.filter(({ key }) => key !== 'library')
  .flatMap(({ orders }) => orders.map(({ key }) => key))
  .slice(0, 24);
const ROUND = 4;
const REASONS = ['experience', 'position_filled', 'schedule'] as const;

/** Two dozen employers decline by phone; to the one that does not, the health condition is explained as he agreed, and he gets his interview. */
export function askedByPhone({ on, days, person, case: period, support, jobs }: Story): void {
  on(175, '10:00', async () => {
    await person.register('navigator2', {
      name: '予行 電',
      kana: 'ヨコウ デン',
      birthDate: days.bornAt(48, '11-05'),
      groups: ['hard_to_employ', 'middle_aged'],
      phone: '00-0000-1248',
      healthNote: '週3回の人工透析。透析のない日は終日働ける。',
      lastJob: '図書の流通センター（15年）',
      arrivedBy: '医療機関の相談員',
    });
    await person.consents('navigator2');
    await period.open('navigator2', { programme: 'general', teamSupport: true });
    await period.assign('navigator2', 'supporter');
    await person.registerAsJobSeeker('navigator2', '13999-00001212');
    await period.startSupport('navigator2');
    await support.talk('navigator2', {
      text: '透析の曜日は動かせない。事業所には、尋ねられたときに限り、本人の決めた言い方で通院の曜日だけを伝えることで合意した。',
      with: ['supporter'],
      minutes: 60,
      outcomes: ['jobs_searched'],
    });
  });
  for (let first = 0; first < DECLINED.length; first += ROUND) {
    on(165 - first * 4, '10:30', async () => {
      for (const [index, order] of DECLINED.slice(first, first + ROUND).entries()) {
        await jobs.ask('navigator2', order);
        await jobs.failed('navigator2', order, 'refused_before_application', {
          reasonCode: REASONS[index % REASONS.length] ?? REASONS[0],
        });
      }
    });
  }
  on(60, '14:00', async () => {
    await support.talk('navigator2', {
      text: '24件の打診で面接は0件。条件を週3日に絞り、通院のことを初めから説明してよいと本人が決めた。',
      with: ['supporter'],
      outcomes: ['next_booked'],
    });
    await jobs.ask('navigator2', 'library/2', '本人の同意のとおり、週3回の通院と働ける曜日を説明した');
    await jobs.letter('navigator2', 'library/2', days.ago(52));
  });
  on(49, '15:30', async () => {
    await jobs.offered('navigator2', 'library/2', '書架整理。週3日、通院のない日。');
    await jobs.accept('navigator2');
    await jobs.hired('navigator2', 'library/2', {
      occupation: '書架整理',
      startsOn: days.ago(40),
      type: 'part_time',
      hours: 18,
      days: 3,
    });
  });
  on(38, '10:00', () => period.startFollowUp('navigator2'));
}
