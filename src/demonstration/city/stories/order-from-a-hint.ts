import type { Story } from '../stage.js';

/** What the city heard about a hospital becomes an order without night shifts for one nurse, a referral and a job. */
export function orderFromAHint({ on, days, person, case: period, support, jobs }: Story): void {
  on(88, '10:00', async () => {
    await person.register('family', {
      name: '標本 看',
      kana: 'ヒョウホン ミル',
      birthDate: days.bornAt(36, '05-12'),
      groups: ['single_parent', 'child_rearing_allowance'],
      phone: '00-0000-1136',
      licences: '看護師',
      householdNote: '5歳の子。夜に預ける先がない。',
      lastJob: '病棟の看護師（9年）',
      arrivedBy: '児童扶養手当の窓口',
    });
    await person.wishes('family', ['看護師（日勤）'], {
      weeklyHoursMin: 30,
      weeklyHoursMax: 38,
      daysAndTimes: '平日の日中',
      workplace: '市内',
    });
    await period.open('family', { programme: 'needy', teamSupport: true });
    await person.consents('family');
    await period.confirmConsent('family');
    await period.assign('family', 'navigator2');
    await person.registerAsJobSeeker('navigator2', '13999-00001111');
  });
  on(81, '13:00', async () => {
    await support.plan('navigator2', {
      goal: '夜勤のない看護の仕事に就く。',
      steps: [{ title: '日勤だけの看護師の求人を得る', due: days.ago(50), owner: 'navigator2' }],
    });
    await support.talk('family', {
      text: '企業を訪ねた市の職員から、標本病院が外来を広げて看護師を探していると聞いた。求人はまだ出ていない。ナビゲーターが訪ねることにした。',
      with: ['navigator2'],
      outcomes: ['information_given'],
    });
  });
  on(74, '15:00', async () => {
    await jobs.orderForPerson('navigator2', 'nursing/3', '外来看護師', 'regular', '平日8時30分から17時。夜勤なし。');
    await jobs.negotiate(
      'navigator2',
      'nursing/3',
      'night_shift',
      ['夜勤月4回', '夜勤なし'],
      'accepted',
      '外来の立上げを任せられるなら日勤だけでよいとの返事',
    );
    await support.finishStep('navigator2', '日勤だけの看護師の求人を得る');
  });
  on(70, '10:30', async () => {
    await jobs.ask('navigator2', 'nursing/3');
    await jobs.letter('navigator2', 'nursing/3', days.ago(64));
  });
  on(61, '16:00', async () => {
    await jobs.offered('navigator2', 'nursing/3', '外来看護師。正社員、平日の日勤だけ。');
    await jobs.accept('navigator2');
    await jobs.hired('navigator2', 'nursing/3', {
      occupation: '看護師',
      startsOn: days.ago(47),
      type: 'regular',
      hours: 38,
      days: 5,
    });
  });
  on(45, '10:00', () => period.startFollowUp('navigator2'));
}
