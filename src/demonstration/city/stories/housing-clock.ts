import { addMonths } from '#kernel';
import type { Story } from '../stage.js';

/** Six months of housing allowance set the pace of the search; three and a half weeks are left. */
export function housingClock({ on, days, person, case: period, support, jobs }: Story): void {
  const paidUntil = days.ahead(24);
  on(150, '10:30', async () => {
    await person.register('supporter', {
      name: '想定 住男',
      kana: 'ソウテイ スミオ',
      birthDate: days.bornAt(44, '01-30'),
      groups: ['housing_allowance', 'needy'],
      phone: '00-0000-1344',
      lastJob: '旅行会社の営業（15年）',
      leftJobOn: days.ago(190),
      licences: '普通自動車免許、旅程管理',
      arrivedBy: '住居の相談から',
    });
    await person.benefit(
      'supporter',
      '住居確保給付金',
      addMonths(paidUntil, -6),
      paidUntil,
      '延長は求職活動の報告が条件',
    );
    await person.wishes('supporter', ['営業', '配送'], { weeklyHoursMin: 35, weeklyHoursMax: 40 });
    await period.open('supporter', { programme: 'needy', teamSupport: true });
    await person.consents('supporter');
    await period.confirmConsent('supporter');
    await period.assign('supporter', 'navigator');
    await period.assign('supporter', 'caseworker', '副担当');
    await person.registerAsJobSeeker('navigator', '13999-00001313');
    await support.talk('supporter', {
      kind: 'housing',
      with: ['navigator'],
      text: '給付は6か月。毎月の報告日と、応募の目安を表にして渡した。',
      minutes: 60,
      outcomes: ['benefit_advice'],
    });
  });
  on(143, '11:00', () =>
    support.plan('navigator', {
      goal: '給付のあるうちに、家賃を払い続けられる仕事に就く。',
      situation: '営業の経験にこだわりがあったが、応募の幅を広げ始めた。',
      steps: [
        { title: '毎月4件以上、応募か相談をする', due: paidUntil, owner: 'jobseeker' },
        { title: '家計の見直し表を作る', due: days.ago(110), owner: 'supporter' },
        { title: '配送の仕事の職場体験を手配する', due: days.ago(60), owner: 'navigator' },
      ],
      reviews: [{ due: days.ahead(4), owner: 'supporter' }],
    }),
  );
  on(112, '15:00', () => support.finishStep('supporter', '家計の見直し表を作る'));
  on(96, '10:00', async () => {
    await jobs.ask('navigator', 'system/2');
    await jobs.letter('navigator', 'system/2');
  });
  on(84, '10:00', () =>
    jobs.failed('navigator', 'system/2', 'document_failed', {
      reasonCode: 'experience',
      reasonNote: '実務経験2年に届かない',
    }),
  );
  on(62, '13:30', async () => {
    await support.talk('navigator', {
      text: '配送の職場体験を終えた。体を動かす仕事も悪くないとのこと。営業にこだわらず探す。',
      outcomes: ['jobs_searched'],
    });
    await support.finishStep('navigator', '配送の仕事の職場体験を手配する');
    await person.wishes('navigator', ['配送', '営業', '店舗運営'], {
      weeklyHoursMin: 35,
      weeklyHoursMax: 40,
      reasonForChange: '職場体験で配送の仕事に自信がついた',
    });
  });
  on(20, '11:00', async () => {
    await jobs.ask('navigator', 'shop/2');
    await jobs.letter('navigator', 'shop/2', days.ago(11));
  });
  on(9, '16:00', async () => {
    await jobs.failed('navigator', 'shop/2', 'interview_failed', {
      reasonCode: 'schedule',
      reasonNote: '土日の勤務日数が折り合わない',
    });
    await jobs.ask('navigator', 'transport/2');
    await jobs.letter('navigator', 'transport/2', days.ahead(2));
  });
  on(5, '14:00', () =>
    support.talk('supporter', {
      kind: 'housing',
      with: ['navigator'],
      minutes: 50,
      outcomes: ['benefit_advice', 'interview_practice'],
      text: '残り1か月を切った。配送の面接に向けて練習。延長を申請する場合の書類も並行して準備する。',
      next: [
        { title: '延長申請の書類一式を用意する', due: days.ahead(5), owner: 'supporter' },
        { title: '配送の会社に勤務表の見本を頼む', due: days.ago(1), owner: 'navigator' },
        { title: '面接の前日に電話で様子を聞く', due: days.ahead(1), owner: 'navigator' },
        { title: '家賃の支払状況を大家に確認する', due: days.today, owner: 'caseworker' },
      ],
    }),
  );
}
