import type { Story } from '../stage.js';

/**
 * 内職 at home, one after another, told as consultations: it is no placement and closes nothing. The second desk looks for work
 * meanwhile, and a part-time job follows without a gap.
 */
export function pieceworkFirst({ on, days, person, case: period, support, jobs }: Story): void {
  const piecework = { kind: 'piecework', desk: 'welfare', minutes: 20 } as const;
  on(190, '09:40', async () => {
    await person.register('family', {
      name: '雛形 内子',
      kana: 'ヒナガタ ウチコ',
      birthDate: days.bornAt(44, '09-30'),
      groups: ['piecework', 'child_rearing_women'],
      phone: '00-0000-0844',
      householdNote: '療養中の母と二人の子。家を空けにくい。',
      arrivedBy: '内職の相談',
    });
    await person.wishes('family', ['内職（袋詰め、検品）'], { daysAndTimes: '自宅で1日3時間ほど' });
    await period.open('family', { programme: 'general', desk: 'welfare' });
    await period.startSupport('family');
    await support.talk('family', {
      ...piecework,
      text: '箸の袋詰めの内職を紹介。受渡しは週2回、自宅近くの集会所。',
      outcomes: ['information_given'],
    });
  });
  on(150, '09:50', () =>
    support.talk('family', {
      ...piecework,
      text: '袋詰めは続いている。量を増やしたいとのことで、部品の検品の内職も紹介した。',
      outcomes: ['information_given', 'next_booked'],
    }),
  );
  on(110, '10:00', async () => {
    await support.talk('family', {
      ...piecework,
      text: '検品も納期どおり。母の通所が週3日に増え、外で働く時間ができた。隣の窓口で求人の相談を始める。',
      outcomes: ['next_booked'],
    });
    await person.consents('family');
    await period.assign('family', 'counsellor');
    await person.registerAsJobSeeker('counsellor', '13999-00000808');
    await person.wishes('counsellor', ['配膳', '調理補助'], {
      weeklyHoursMin: 12,
      weeklyHoursMax: 20,
      daysAndTimes: '母の通所の日の10時から15時',
      reasonForChange: '母の通所が増え、家を空けられるようになった',
    });
  });
  on(96, '13:30', () =>
    support.talk('counsellor', {
      text: '内職を続けながら、週3日の仕事を探す。内職の量は採用が決まってから減らす。',
      outcomes: ['jobs_searched'],
    }),
  );
  on(60, '13:00', async () => {
    await jobs.ask('counsellor', 'foods/1', '通所の曜日に合わせた週3日を尋ねる');
    await jobs.negotiate(
      'counsellor',
      'foods/1',
      'schedule',
      ['週4日・9時から15時', '週3日・10時から15時'],
      'accepted',
    );
    await jobs.letter('counsellor', 'foods/1', days.ago(53));
  });
  on(50, '16:00', async () => {
    await jobs.offered('counsellor', 'foods/1', '惣菜製造。週3日、10時から15時。');
    await jobs.accept('counsellor');
    await jobs.hired('counsellor', 'foods/1', {
      occupation: '惣菜製造',
      startsOn: days.ago(42),
      type: 'part_time',
      hours: 15,
      days: 3,
    });
  });
  on(43, '10:00', () =>
    support.talk('family', {
      ...piecework,
      text: '内職は昨日の納品で終わり。明日から勤務で、収入の途切れる日はない。',
      outcomes: ['information_given'],
    }),
  );
  on(40, '11:00', () => period.startFollowUp('counsellor'));
}
