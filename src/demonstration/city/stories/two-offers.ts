import type { Story } from '../stage.js';

/** An offer is accepted and reported as a job, then turned down over its conditions; a job fair leads to the one that stays. */
export function twoOffers({ on, days, person, case: period, support, jobs }: Story): void {
  on(300, '09:30', async () => {
    await person.register('family', {
      name: '見本 花子',
      kana: 'ミホン ハナコ',
      birthDate: days.bornAt(37, '05-18'),
      groups: ['child_rearing_allowance', 'single_parent'],
      phone: '00-0000-0137',
      lastJob: '食品店の販売（6年）',
      licences: '普通自動車免許、簿記3級',
      householdNote: '小学3年と保育園年長の子がいる。送りは8時、迎えは18時まで。',
      arrivedBy: '児童扶養手当の現況届のとき',
    });
    await person.wishes('family', ['一般事務', '受付'], {
      weeklyHoursMin: 25,
      weeklyHoursMax: 35,
      daysAndTimes: '平日9時から16時30分',
      commute: '自転車で20分まで',
    });
    await period.open('family', { programme: 'needy', teamSupport: true });
    await person.consents('family');
    await period.confirmConsent('family');
    await period.assign('family', 'navigator');
    await person.registerAsJobSeeker('navigator', '13999-00000101');
    await support.talk('family', {
      text: '手当だけでは年度末の学用品がまかなえず、勤務時間を増やしたいとのこと。本人は事務職を強く希望。ハローワークの就職支援ナビゲーターが同席し、求職登録をした。',
      with: ['navigator'],
      minutes: 60,
      outcomes: ['information_given', 'benefit_advice', 'next_booked'],
      own: '前夫からの養育費は昨年秋から止まっている。本人は話題にしたがらないので、次回に制度の紙だけ渡す。',
    });
  });
  on(293, '10:00', () =>
    support.plan('navigator', {
      goal: '半年以内に、子どもの送迎と両立できる事務の仕事に就く。',
      situation: '販売の経験は長いが、事務の実務経験がない。表計算は独学で基本操作まで。',
      steps: [
        { title: '職務経歴書を事務向けに書き直す', due: days.ago(270), owner: 'navigator' },
        { title: '延長保育の申込みを手伝う', due: days.ago(265), owner: 'family' },
        { title: '週1回、求人を検索して候補を3つ持ってくる', due: days.ago(200), owner: 'jobseeker' },
      ],
      reviews: [{ due: days.ago(200), owner: 'navigator' }],
    }),
  );
  on(272, '14:00', async () => {
    await support.talk('navigator', {
      text: '職務経歴書の下書きを確認。売場での在庫管理と発注を数字で書き足した。データ入力の求人に関心があり、事業所に打診する。',
      outcomes: ['documents_reviewed', 'jobs_searched', 'referral_made'],
    });
    await support.finishStep('navigator', '職務経歴書を事務向けに書き直す');
    await jobs.ask('navigator', 'office/2', '子の送迎で16時30分退勤の希望を伝える');
    await jobs.letter('navigator', 'office/2', days.ago(262));
  });
  on(266, '11:00', () => support.finishStep('family', '延長保育の申込みを手伝う'));
  on(255, '16:00', async () => {
    await jobs.offered('navigator', 'office/2', '契約社員。10時から17時、月給制。試用期間3か月。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'office/2', {
      occupation: '一般事務',
      startsOn: days.ago(205),
      type: 'contract',
      hours: 30,
      days: 5,
    });
  });
  on(211, '09:40', async () => {
    await support.talk('navigator', {
      text: '入社前の説明で、繁忙期は19時まで、土曜も月2回との話が初めて出た。迎えに間に合わず、本人から辞退したいと連絡。事業所にも事情を伝え、了解を得た。',
      channel: 'phone',
      minutes: 25,
      outcomes: ['other'],
      own: '事業所への求人票の書き方の助言が必要。求人担当に引き継いだ。',
    });
    await jobs.reverse('navigator', {
      reasonCode: 'schedule',
      reasonNote: '就業時間が求人票と異なり、入社前に本人が辞退した',
    });
    await jobs.decline('navigator', {
      reasonCode: 'family',
      reasonNote: '繁忙期の残業と土曜出勤が、子の迎えと両立しない',
    });
  });
  on(200, '10:30', () =>
    support.review('navigator', '希望する働き方を時間から考え直す。面接会に向け、面接セミナーを受ける。'),
  );
  on(176, '13:00', () =>
    support.talk('counsellor', {
      text: '面接セミナーの後で個別に振り返り。残業の可否を自分から先に尋ねる言い方を練習した。「前回のことがあるので今度は最初に聞きます」とのこと。',
      outcomes: ['interview_practice', 'next_booked'],
    }),
  );
  on(120, '15:30', async () => {
    await support.talk('navigator', {
      text: '合同面接会に同行。文化財団の窓口受付のブースで、勤務表を見せてもらいながら相談できた。手応えがあった様子。',
      channel: 'outreach',
      with: ['family'],
      minutes: 90,
      outcomes: ['other'],
    });
    await jobs.offeredElsewhere('navigator', 'library', '窓口受付。9時から16時、土日は月1回で事前に相談可。');
  });
  on(116, '10:00', () => jobs.accept('navigator'));
  on(114, '11:00', () =>
    jobs.hiredAtFair('navigator', {
      occupation: '窓口受付',
      startsOn: days.ago(92),
      type: 'contract',
      hours: 30,
      days: 5,
    }),
  );
  on(90, '09:30', () => period.startFollowUp('navigator'));
  on(60, '17:00', () =>
    jobs.contact('navigator', {
      with: 'both',
      channel: 'phone',
      text: '本人「休みの相談がしやすい」。事業所も、利用者への応対が丁寧とのこと。更新の予定あり。',
    }),
  );
  on(1, '13:20', () =>
    support.talk('family', {
      text: '手当の現況届で来所。勤務は順調で、年度末の更新を打診されている。次は正社員への転換制度を一緒に調べることにした。',
      kind: 'livelihood',
      outcomes: ['benefit_advice'],
      next: [{ title: '3か月の定着確認の電話', due: days.today, owner: 'navigator' }],
    }),
  );
}
