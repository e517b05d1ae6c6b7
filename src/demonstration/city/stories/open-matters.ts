import type { Story } from '../stage.js';

/** A request came back with a question; the city has not answered it yet. */
export function returnedRequest({ on, days, person, case: period, support }: Story): void {
  on(30, '09:40', async () => {
    await person.register('caseworker', {
      name: '記入 漏子',
      kana: 'キニュウ モレコ',
      birthDate: days.bornAt(52, '06-14'),
      groups: ['livelihood_protection'],
      phone: '00-0000-2052',
      lastJob: '給食調理（8年）',
      arrivedBy: '生活保護の担当',
    });
    await period.open('caseworker', { programme: 'welfare', desk: 'welfare' });
    await support.talk('caseworker', {
      kind: 'livelihood',
      text: '膝の具合が良くなり、働く相談を始めたいとのこと。',
      outcomes: ['information_given'],
    });
  });
  on(26, '10:00', () => period.pickCandidate('caseworker'));
  on(19, '13:30', async () => {
    await person.consents('caseworker');
    await period.confirmConsent('caseworker');
    await period.request('caseworker', '座ってできる仕事の紹介', '通院は月1回。');
  });
  on(12, '09:30', () =>
    period.returnRequest(
      'navigator',
      '就労できる時間と、主治医の意見の有無を確認してください。分かり次第すぐに受け付けます。',
    ),
  );
  on(10, '11:30', () =>
    support.talk('caseworker', {
      kind: 'livelihood',
      channel: 'phone',
      minutes: 15,
      text: '次の受診日に主治医の意見を聞いてもらうことにした。',
      next: [{ title: '主治医の意見書を受け取り、要請を出し直す', due: days.ago(3), owner: 'caseworker' }],
    }),
  );
}

/** Support rests until an operation is over; somebody has to look again soon. */
export function suspended({ on, days, person, case: period, support }: Story): void {
  on(140, '10:30', async () => {
    await person.register('caseworker', {
      name: '下書 一休',
      kana: 'シタガキ イッキュウ',
      birthDate: days.bornAt(46, '08-01'),
      groups: ['needy'],
      phone: '00-0000-2146',
      lastJob: '内装工（20年）',
      arrivedBy: '自立相談支援の窓口',
    });
    await period.open('caseworker', { programme: 'needy' });
    await person.consents('caseworker');
    await period.confirmConsent('caseworker');
    await period.assign('caseworker', 'navigator');
    await person.registerAsJobSeeker('navigator', '13999-00002121');
  });
  on(133, '11:00', () =>
    support.plan('navigator', {
      goal: '腰に負担の少ない仕事に移る。',
      steps: [{ title: '設備の資格の講習を調べる', due: days.ago(100), owner: 'navigator' }],
    }),
  );
  on(101, '14:00', () => support.finishStep('navigator', '設備の資格の講習を調べる'));
  on(52, '10:10', async () => {
    await support.talk('navigator', {
      text: '腰の手術が決まった。退院して通院が落ち着くまで、支援を休む。',
      with: ['caseworker'],
      outcomes: ['other'],
    });
    await period.suspend(
      'navigator',
      days.ahead(3),
      '腰の手術と療養のため。退院後に主治医の意見を聞いて再開を決める。',
    );
  });
}

/** A request of today that waits for the Hello Work. */
export function waitingRequest({ on, days, person, case: period, support }: Story): void {
  on(13, '09:50', async () => {
    await person.register('caseworker', {
      name: '見本 新太',
      kana: 'ミホン アラタ',
      birthDate: days.bornAt(39, '09-09'),
      groups: ['livelihood_protection'],
      phone: '00-0000-2239',
      lastJob: '自動車販売（10年）',
      leftJobOn: days.ago(400),
      arrivedBy: '生活保護の担当',
    });
    await period.open('caseworker', { programme: 'welfare', desk: 'welfare', teamSupport: true });
    await period.pickCandidate('caseworker');
  });
  on(2, '13:30', async () => {
    await person.consents('caseworker');
    await period.confirmConsent('caseworker');
    await support.talk('caseworker', {
      kind: 'livelihood',
      text: '体調が戻り、就労に向けて動きたいと本人から申し出。販売の経験を生かしたい。',
      minutes: 50,
      outcomes: ['benefit_advice'],
      next: [{ title: '初回の面談に同席する日を決める', due: days.ahead(2), owner: 'caseworker' }],
    });
  });
  on(0, '09:05', () =>
    period.request(
      'caseworker',
      '販売・接客の求人の紹介と、3年の空白の説明の仕方の助言',
      '生活保護を受給中。通院は終わり、週30時間程度は働ける見込み。面談は午前を希望。',
    ),
  );
}

/** Asked a week ago and still without an answer, after a change of caseworker. */
export function overdueRequest({ on, days, person, case: period, support }: Story): void {
  on(70, '10:30', async () => {
    await person.register('caseworker2', {
      name: '様式 継',
      kana: 'ヨウシキ ケイ',
      birthDate: days.bornAt(27, '02-14'),
      groups: ['livelihood_protection', 'youth'],
      phone: '00-0000-2327',
      arrivedBy: '生活保護の担当',
    });
    await period.open('caseworker2', { programme: 'welfare', desk: 'welfare' });
    await support.talk('caseworker2', {
      kind: 'livelihood',
      text: '昼夜が逆転していたが、最近は午前に起きられる日が増えた。',
      outcomes: ['next_booked'],
    });
  });
  on(40, '10:00', () =>
    period.handOver(
      'caseworker2',
      'caseworker2',
      'caseworker',
      '担当地区の替わったため',
      '朝は電話に出にくい。連絡は13時以降に。祖母との二人暮らしで、祖母の通院の日は避ける。',
    ),
  );
  on(31, '13:40', () => period.pickCandidate('caseworker'));
  on(11, '14:00', async () => {
    await person.consents('caseworker');
    await period.confirmConsent('caseworker');
    await period.request(
      'caseworker',
      '短時間から始められる仕事と、職場体験の相談',
      '働いた経験は1年未満。午後からの短い勤務を希望。',
    );
  });
}
