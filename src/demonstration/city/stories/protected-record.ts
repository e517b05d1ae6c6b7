import type { Story } from '../stage.js';

/** Somebody who fled with a child: a protected record, a letter that was not used, and in the end a job in the next town. */
export function protectedRecord({ on, days, person, case: period, support, jobs }: Story): void {
  on(240, '09:20', async () => {
    await person.register('caseworker', {
      name: '手本 空',
      kana: 'テホン ソラ',
      birthDate: days.bornAt(34, '07-07'),
      groups: ['livelihood_protection', 'single_parent'],
      safeContact: '電話は平日10時から15時、本人の新しい携帯だけ。留守番電話に名乗らない。郵便は出さない。',
      householdNote: '5歳の子と避難中。',
      arrivedBy: '配偶者暴力相談支援センターから',
    });
    await period.open('caseworker', { programme: 'welfare', desk: 'welfare', teamSupport: true });
    await person.protect('caseworker');
    await support.talk('caseworker', {
      kind: 'livelihood',
      minutes: 90,
      outcomes: ['benefit_advice', 'next_booked'],
      text: '保護決定の手続きと保育の相談。仕事の話は生活が落ち着いてからでよいと伝えた。',
      own: '居所は記録しない。付添いの連絡先は別に保管している。',
    });
  });
  on(226, '10:00', () => period.pickCandidate('caseworker'));
  on(212, '10:00', async () => {
    await person.consents('caseworker');
    await period.confirmConsent('caseworker');
    await period.assign('caseworker', 'navigator');
    await period.assign('caseworker', 'family', '専門相談');
    await period.request(
      'caseworker',
      '市外を含む求人の紹介。窓口は個室を希望。',
      '氏名を呼ばない、住所を書かない応募の方法を一緒に考えてほしい。',
    );
  });
  on(209, '09:40', () => period.acceptRequest('navigator', '個室を用意します'));
  on(204, '13:30', async () => {
    await period.interview('navigator');
    await person.registerAsJobSeeker('navigator', '13999-00000606');
    await person.wishes('navigator', ['介護助手', '調理補助'], { daysAndTimes: '平日9時から15時', workplace: '市外' });
  });
  on(198, '15:00', () => period.conference('caseworker'));
  on(195, '13:40', () =>
    support.plan('navigator', {
      goal: '安全を第一に、市外で日中の仕事に就く。',
      situation: '介護の仕事の経験が2年ある。人の出入りの多い職場には不安がある。',
      steps: [
        { title: '住所を伏せた履歴書の書き方を確認する', due: days.ago(180), owner: 'navigator' },
        { title: '保育の広域利用を申し込む', due: days.ago(170), owner: 'family' },
        { title: '体調と外出の様子を記録する', due: days.ago(120), owner: 'jobseeker' },
      ],
    }),
  );
  on(181, '10:00', async () => {
    await support.finishStep('navigator', '住所を伏せた履歴書の書き方を確認する');
    await jobs.ask('navigator', 'hotel/1');
    await jobs.letter('navigator', 'hotel/1', days.ago(174));
  });
  on(173, '17:00', async () => {
    await jobs.failed('navigator', 'hotel/1', 'not_attended', {
      reasonNote: '当日の朝、向かう途中で引き返した。事業所には急な体調不良と伝えた',
    });
    await support.talk('navigator', {
      channel: 'phone',
      minutes: 30,
      outcomes: ['no_show', 'next_booked'],
      with: ['caseworker'],
      text: '駅前で知人に似た人を見かけ、動けなくなったとのこと。責めないこと、次は人通りの少ない職場にすることを三者で確かめた。',
    });
  });
  on(150, '11:00', () => support.finishStep('family', '保育の広域利用を申し込む'));
  on(104, '10:30', async () => {
    await support.talk('navigator', {
      text: '睡眠が戻り、外出の記録も増えた。介護助手の求人を、送迎車の乗り降りが屋内でできる施設にしぼって検討。',
      outcomes: ['jobs_searched', 'interview_practice'],
    });
    await jobs.ask('navigator', 'care/1', '名札は姓だけ、写真の掲示なしを確認済み');
    await jobs.letter('navigator', 'care/1', days.ago(97));
  });
  on(95, '14:00', async () => {
    await jobs.offered('navigator', 'care/1', '介護助手。9時から15時、週4日。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'care/1', {
      occupation: '介護助手',
      startsOn: days.ago(88),
      type: 'part_time',
      hours: 24,
      days: 4,
    });
    await period.startFollowUp('navigator');
  });
  on(56, '13:00', () =>
    jobs.contact('navigator', {
      with: 'jobseeker',
      channel: 'phone',
      text: '約束の時間に電話。職場は名字だけで呼んでくれる。子も保育園に慣れた。',
    }),
  );
  on(3, '13:10', () =>
    support.talk('caseworker', {
      kind: 'livelihood',
      with: ['family'],
      text: '収入の申告と次の更新の説明。支援措置の更新時期を一緒に確かめた。',
      outcomes: ['benefit_advice'],
      next: [{ title: '支援措置の更新に必要な書類を渡す', due: days.ahead(3), owner: 'caseworker' }],
    }),
  );
}
