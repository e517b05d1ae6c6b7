import type { Story } from '../stage.js';

/** Training changes what she wants to do: another desk goes on with the case, an age limit is talked away, and the trial the order offers is not needed. */
export function tradeChanged({ on, days, person, case: period, support, jobs }: Story): void {
  on(210, '10:00', async () => {
    await person.register('caseworker2', {
      name: '書式 移',
      kana: 'ショシキ ウツル',
      birthDate: days.bornAt(61, '02-03'),
      groups: ['needy', 'middle_aged'],
      phone: '00-0000-0361',
      lastJob: '縫製（32年、工場の移転により離職）',
      arrivedBy: '自立相談支援の窓口',
    });
    await person.wishes('caseworker2', ['縫製', '検品'], { weeklyHoursMin: 30, weeklyHoursMax: 40, commute: 'バス' });
    await period.open('caseworker2', { programme: 'needy', desk: 'welfare', teamSupport: true });
    await person.consents('caseworker2');
    await period.confirmConsent('caseworker2');
    await period.assign('caseworker2', 'navigator2');
    await person.registerAsJobSeeker('navigator2', '13999-00000303');
  });
  on(203, '10:30', () =>
    support.plan('navigator2', {
      goal: '長く続けられる仕事に就く。',
      situation: '縫製の求人は市内にない。人の世話は母の介護で慣れている。',
      steps: [
        { title: '介護の入門研修を受けてみる', due: days.ago(150), owner: 'jobseeker' },
        { title: '市外を含めて縫製の求人を探す', due: days.ago(160), owner: 'navigator2' },
      ],
    }),
  );
  on(158, '14:00', async () => {
    await support.talk('navigator2', {
      text: '入門研修を終えた。「縫うより、話しながらする仕事が向いている」とのこと。縫製の求人探しはやめ、介護にしぼる。',
      outcomes: ['next_booked'],
    });
    await person.wishes('navigator2', ['介護職員', '介護助手'], {
      weeklyHoursMin: 30,
      weeklyHoursMax: 40,
      commute: 'バス',
      reasonForChange: '入門研修で適性に気づいた',
    });
    await support.finishStep('navigator2', '介護の入門研修を受けてみる');
    await support.finishStep('navigator2', '市外を含めて縫製の求人を探す', 'dropped');
  });
  on(151, '11:00', async () => {
    await period.moveToDesk('navigator2', 'joint');
    await period.handOver(
      'navigator2',
      'navigator2',
      'navigator',
      '介護の求人を受け持つ窓口に移るため',
      '研修先の施設の名前をよく口にする。見学から始めるとよい。',
    );
  });
  on(130, '10:00', async () => {
    await jobs.order(
      'navigator',
      'care/3',
      '介護職員（トライアル雇用併用）',
      'regular',
      '60歳未満（定年60歳）。3か月の試行の後に正社員。',
    );
    await jobs.negotiate(
      'navigator',
      'care/3',
      'age',
      ['60歳未満', '65歳まで'],
      'accepted',
      '再雇用の上限までは同じ条件で働けることを確かめた',
    );
    await jobs.ask('navigator', 'care/3', '研修先での様子を施設に伝える');
    await jobs.letter('navigator', 'care/3', days.ago(123));
  });
  on(121, '15:00', async () => {
    await jobs.offered('navigator', 'care/3', '介護職員。試行はせず、初めから正社員として雇う。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'care/3', {
      occupation: '介護職員',
      startsOn: days.ago(110),
      type: 'regular',
      hours: 38,
      days: 5,
    });
  });
  on(108, '10:00', () => period.startFollowUp('navigator'));
  on(75, '13:00', () =>
    jobs.contact('navigator', {
      with: 'employer',
      channel: 'phone',
      text: '入浴の介助も一人でできるようになった。利用者の服のほころびを直してくれるとのこと。',
    }),
  );
}
