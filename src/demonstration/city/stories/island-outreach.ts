import type { Story } from '../stage.js';

/**
 * On the island another counsellor sits at the table at every session and goes on from the record; an employer gives up its
 * demand for a school certificate.
 */
export function islandOutreach({ on, days, person, case: period, support, jobs }: Story): void {
  const circuit = { channel: 'circuit', desk: 'island' } as const;
  on(210, '10:00', async () => {
    await person.register('supporter', {
      name: '架空 太郎',
      kana: 'カクウ タロウ',
      birthDate: days.bornAt(48, '11-02'),
      groups: ['needy'],
      address: '見本市例示島1番地',
      phone: '00-0000-0248',
      lastJob: '定期船の甲板員（廃業により離職）',
      leftJobOn: days.ago(260),
      education: '中学校卒業',
      licences: '小型船舶操縦士',
      arrivedBy: '島の民生委員の紹介',
    });
    await person.wishes('supporter', ['水産加工', '港湾作業'], { workplace: '島内' });
    await period.open('supporter', { programme: 'general', desk: 'island' });
    await person.consents('supporter', { method: 'oral_recorded' });
    await period.assign('supporter', 'island-counsellor');
    await support.talk('supporter', {
      ...circuit,
      with: ['island-counsellor'],
      minutes: 50,
      outcomes: ['information_given', 'next_booked'],
      text: '公民館の巡回相談に来所。船の廃業で仕事を失い、貯えは年内まで。島を離れず働きたい。パソコンは持たず、求人は巡回のときに紙で渡す。',
    });
  });
  on(196, '10:30', async () => {
    await person.registerAsJobSeeker('island-counsellor', '13999-00000202');
    await period.startSupport('island-counsellor');
    await support.talk('island-counsellor', {
      ...circuit,
      outcomes: ['jobs_searched'],
      text: '求職登録。島内の水産加工の求人は「高卒以上」とあり、本人は応募をあきらめていた。次回の担当に、学歴の条件を事業所に確かめることを引き継ぐ。',
    });
  });
  on(182, '10:20', async () => {
    await support.talk('counsellor', {
      ...circuit,
      outcomes: ['documents_reviewed'],
      text: '前回の記録を読んで続きから。履歴書を一緒に清書した。甲板での魚の扱い、早朝作業、無事故の年数を書けることに本人が驚いていた。',
    });
    await jobs.negotiate(
      'counsellor',
      'island/1',
      'education',
      ['高卒以上', '学歴不問'],
      'pending',
      '船での実務18年を見てほしいと伝えた',
    );
  });
  on(168, '11:00', async () => {
    await support.talk('navigator', {
      ...circuit,
      outcomes: ['referral_made', 'interview_practice'],
      minutes: 60,
      text: '工場を訪ね、工場長に直接お願いした。検品の読み書きができれば学歴は問わないとの返事。その足で本人に伝え、面接の練習をした。',
    });
    await jobs.negotiate(
      'navigator',
      'island/1',
      'education',
      ['高卒以上', 'この人に限り学歴不問で面接'],
      'accepted',
      '工場長と現場を見ながら話した',
    );
    await jobs.ask('navigator', 'island/1');
    await jobs.letter('navigator', 'island/1', days.ago(158));
  });
  on(150, '14:00', async () => {
    await jobs.offered('navigator', 'island/1', '正社員。7時から16時。社員寮も使える。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'island/1', {
      occupation: '水産加工',
      startsOn: days.ago(140),
      type: 'regular',
      hours: 40,
      days: 5,
    });
    await period.startFollowUp('navigator');
  });
  on(108, '10:00', () =>
    jobs.contact('island-counsellor', {
      with: 'both',
      channel: 'circuit',
      text: '巡回の日に工場へ寄った。早番にも慣れ、後輩に魚の見分け方を教えているとのこと。',
    }),
  );
  on(45, '15:00', () => period.close('supporter', 'employed_settled', '島内で就職し、3か月たって安定している。'));
}
