import type { Story } from '../stage.js';

/** The disability is told only after trust has grown; with consent it is disclosed to the employer, and the contacts after hire matter. */
export function disclosedLater({ on, days, person, case: period, support, jobs }: Story): void {
  on(330, '11:00', async () => {
    await person.register('counsellor', {
      name: '仮名 静',
      kana: 'カメイ シズカ',
      birthDate: days.bornAt(29, '09-21'),
      groups: ['general'],
      phone: '00-0000-0529',
      lastJob: '販売（1年以内の離職が4回）',
      arrivedBy: '求人検索に来所',
    });
    await person.wishes('counsellor', ['販売', '軽作業']);
    await period.open('counsellor', { programme: 'general' });
    await person.registerAsJobSeeker('counsellor', '13999-00000505');
    await period.startSupport('counsellor');
    await support.talk('counsellor', {
      text: '短い離職が続いた理由を尋ねると「人と合わなかった」とだけ話す。急がず、まず週1回来ることを約束した。',
      outcomes: ['jobs_searched', 'next_booked'],
    });
  });
  on(309, '11:00', async () => {
    await jobs.ask('counsellor', 'shop/1');
    await jobs.letter('counsellor', 'shop/1', days.ago(300));
  });
  on(299, '10:00', () =>
    jobs.failed('counsellor', 'shop/1', 'interview_failed', { reasonNote: '離職の理由を聞かれて答えられなかった' }),
  );
  on(281, '11:10', () =>
    support.talk('counsellor', {
      text: '面接の振り返りの途中で、急な予定の変更があると頭が真っ白になると打ち明けた。専門の相談員に会ってみることには前向き。',
      kind: 'mental',
      minutes: 60,
      outcomes: ['next_booked'],
    }),
  );
  on(274, '14:00', async () => {
    await person.consents('counsellor');
    await period.assign('counsellor', 'mental-health', '専門相談');
    await period.handOver(
      'counsellor',
      'counsellor',
      'navigator2',
      '専門相談員と組んだ支援に移るため',
      '話し始めるまで待つとよい。予定の変更は前日までに伝える。',
    );
    await support.talk('mental-health', {
      with: ['counsellor'],
      kind: 'mental',
      minutes: 70,
      outcomes: ['information_given'],
      text: '精神保健福祉士が同席。困りごとを一覧にした。医療機関の受診を本人が希望し、予約の電話を一緒にかけた。診断を誰に伝えるかは本人が決める。',
      own: '家族には話していない。自宅への電話は避け、本人の携帯だけに連絡する。',
    });
  });
  on(180, '10:00', async () => {
    await person.leaveGroup('counsellor', 'general');
    await person.joinGroup('counsellor', 'disabled');
    await person.benefit('mental-health', '自立支援医療', days.ago(185), days.ahead(180));
    await person.wishes('mental-health', ['データ入力', '書架整理'], {
      reasonForChange: '静かな環境で、手順の決まった仕事が合うと分かった',
      note: '作業の変更は前日までに伝えてほしい',
    });
    await support.talk('mental-health', {
      with: ['navigator2'],
      kind: 'mental',
      minutes: 60,
      text: '手帳を取得。障害を伝えて応募すると本人が決めた。伝える内容は「予定の変更は前日までに」「指示は紙で」の二つだけとし、紙にまとめた。',
    });
  });
  on(171, '13:00', () =>
    support.plan('navigator2', {
      goal: '障害を伝えたうえで、無理なく1年続けられる仕事に就く。',
      situation: '手順が決まり、変更が前もって分かれば力を出せる。',
      steps: [
        { title: '伝える内容の紙を本人と仕上げる', due: days.ago(150), owner: 'mental-health' },
        { title: '見学できる職場を二つ探す', due: days.ago(140), owner: 'navigator2' },
        { title: '睡眠と体調の記録をつける', due: days.ago(100), owner: 'jobseeker' },
      ],
    }),
  );
  on(147, '10:30', async () => {
    await support.finishStep('mental-health', '伝える内容の紙を本人と仕上げる');
    await jobs.negotiate(
      'navigator2',
      'library/2',
      'schedule',
      ['配架の担当は当日の朝に決める', '前日までに決め、紙で渡す'],
      'accepted',
    );
    await jobs.ask('navigator2', 'library/2');
    await jobs.letter('navigator2', 'library/2', days.ago(140));
    await support.finishStep('navigator2', '見学できる職場を二つ探す');
  });
  on(139, '15:00', async () => {
    await support.talk('navigator2', {
      channel: 'outreach',
      text: '面接に同席。本人が紙を渡し、自分で説明した。館長から配慮の具体的な質問があり、和やかに終わった。',
      outcomes: ['other'],
    });
    await jobs.offered('navigator2', 'library/2', '書架整理。週4日・9時30分から15時。配慮事項を雇用契約書に付ける。');
    await jobs.accept('navigator2');
    await jobs.hired('navigator2', 'library/2', {
      occupation: '書架整理',
      startsOn: days.ago(128),
      type: 'part_time',
      hours: 20,
      days: 4,
      subsidy: '特定求職者雇用開発助成金',
    });
    await period.startFollowUp('navigator2');
  });
  on(98, '16:00', () =>
    jobs.contact('navigator2', {
      with: 'both',
      channel: 'outreach',
      text: '1か月。配架表が前日に届き、休みなし。蔵書点検の週だけ疲れが出たので、午前勤務に替えてもらった。',
    }),
  );
  on(38, '16:00', () =>
    jobs.contact('mental-health', {
      with: 'jobseeker',
      channel: 'phone',
      text: '3か月。「続いたのは初めて」とのこと。通院も続いている。',
    }),
  );
  on(4, '11:20', () =>
    support.talk('mental-health', {
      kind: 'mental',
      channel: 'phone',
      minutes: 20,
      text: '年末の開館時間の変更を心配していた。職場に早めの予定表をお願いする。',
      next: [
        { title: '年末年始の勤務予定を早めに出してもらえるか館長に確認', due: days.ahead(1), owner: 'navigator2' },
      ],
    }),
  );
}
