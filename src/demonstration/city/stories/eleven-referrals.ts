import type { IsoDate } from '#kernel';
import type { Story } from '../stage.js';
import { caseUpToConference } from './case-up-to-conference.js';

type Failure = readonly [
  order: string,
  askedAgo: number,
  outcome: 'refused_before_application' | 'document_failed' | 'interview_failed',
  reasonCode: string,
  reason: string,
];

/** Ten employers say no, each in its own way. */
const FAILURES: readonly Failure[] = [
  ['cleaning/1', 268, 'interview_failed', 'commute', '早朝の公共交通がない'],
  ['security/1', 254, 'document_failed', 'experience', '離職期間が長い'],
  ['foods/1', 243, 'interview_failed', 'experience', '立ち仕事の経験を問われた'],
  ['transport/1', 229, 'document_failed', 'position_filled', '応募者多数'],
  ['laundry/1', 215, 'interview_failed', 'duties', '体力面の不安'],
  ['hotel/1', 201, 'document_failed', 'position_filled', '応募者多数'],
  ['farm/1', 187, 'interview_failed', 'commute', '通勤の足がない'],
  ['garden/2', 166, 'interview_failed', 'duties', '暑さへの不安'],
  ['shop/1', 145, 'document_failed', 'schedule', '夕方の勤務ができない'],
  ['print/1', 124, 'interview_failed', 'position_filled', '僅差で次点'],
];

/** 11 referrals, 1 placement, 1 person. */
export function elevenReferrals(story: Story): void {
  const { on, days, person, case: period, support, jobs } = story;
  on(320, '09:10', async () => {
    await person.register('caseworker', {
      name: '見本 十一',
      kana: 'ミホン ジュウイチ',
      birthDate: days.bornAt(57, '12-11'),
      groups: ['livelihood_protection', 'middle_aged'],
      phone: '00-0000-0757',
      lastJob: '印刷工（28年、廃業により離職）',
      leftJobOn: days.ago(900),
      licences: '普通自動車免許（車なし）',
      arrivedBy: '生活保護の担当',
    });
    await person.wishes('caseworker', ['軽作業', '清掃'], { weeklyHoursMin: 20, commute: '徒歩又はバス' });
    await support.talk('caseworker', {
      kind: 'livelihood',
      text: '長く働いた印刷所がなくなり、何から始めてよいか分からないとのこと。毎日同じ時刻に起きることから始める。',
      outcomes: ['information_given'],
    });
  });
  caseUpToConference(story, {
    from: 316,
    caseworker: 'caseworker',
    navigator: 'navigator',
    number: '13999-00000707',
    wanted: '年齢にこだわらない求人の紹介と、面接の練習',
    background: '働く意欲は高い。断られ続けると来所が途切れやすいので、結果の連絡は早めにお願いしたい。',
  });
  on(299, '10:00', () =>
    support.plan('navigator', {
      goal: '週20時間以上の仕事に就き、生活保護からの自立を目指す。',
      situation: '離職から2年以上。手先が器用で、几帳面。',
      steps: [
        { title: '月に1件は応募する', due: days.ago(120), owner: 'jobseeker' },
        { title: '応募ごとに30分の振り返りをする', due: days.ago(120), owner: 'navigator' },
        { title: '通勤の手段を一緒に確かめる', due: days.ago(260), owner: 'caseworker' },
      ],
      reviews: [{ due: days.ago(195), owner: 'caseworker' }],
    }),
  );
  on(262, '11:00', () => support.finishStep('caseworker', '通勤の手段を一緒に確かめる'));
  for (const failure of FAILURES) attempt(story, failure, days.ago(failure[1] - 6));
  on(195, '13:30', () =>
    support.review(
      'caseworker',
      '断られる理由は仕事ぶりではなく条件が多い。徒歩圏とバス沿線にしぼり、経験の生きる職場を一つは入れる。',
    ),
  );
  on(194, '14:00', () =>
    support.talk('navigator', {
      with: ['caseworker'],
      minutes: 60,
      outcomes: ['documents_reviewed', 'interview_practice'],
      text: '三者で見直し。七つ断られたが、来所は一度も休んでいないことを本人に伝えた。印刷所での検品の経験を前に出す書き方に改めた。',
    }),
  );
  on(109, '10:00', async () => {
    await support.talk('navigator', {
      text: '病院の配膳の求人。厨房の責任者が、几帳面な人を探していた。朝の配膳なら徒歩で通える。',
      outcomes: ['jobs_searched', 'referral_made'],
    });
    await jobs.ask('navigator', 'nursing/2');
    await jobs.letter('navigator', 'nursing/2', days.ago(102));
  });
  on(100, '16:00', async () => {
    await jobs.offered('navigator', 'nursing/2', '配膳。6時30分から11時、週5日。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'nursing/2', {
      occupation: '配膳',
      startsOn: days.ago(93),
      type: 'part_time',
      hours: 22.5,
      days: 5,
    });
    await support.finishPlan('navigator', 'done');
  });
  on(92, '14:30', () => period.startFollowUp('navigator'));
  on(61, '11:30', () =>
    jobs.contact('navigator', {
      with: 'both',
      channel: 'phone',
      text: '遅刻なし。食札の誤りに気づいて、責任者に感謝されたとのこと。',
    }),
  );
  on(8, '11:00', () =>
    support.talk('caseworker', {
      kind: 'livelihood',
      text: '収入認定と控除の説明。「11回目でよかった、10回目でやめなくて」と笑っていた。',
      outcomes: ['benefit_advice'],
      next: [{ title: '収入申告書の記入を手伝う', due: days.ago(2), owner: 'caseworker' }],
    }),
  );
}

function attempt(
  { on, jobs, support }: Story,
  [order, asked, outcome, reasonCode, reason]: Failure,
  interviewOn: IsoDate,
): void {
  on(asked, '10:30', async () => {
    await jobs.ask('navigator', order);
    await (outcome === 'interview_failed'
      ? jobs.letter('navigator', order, interviewOn)
      : jobs.letter('navigator', order));
  });
  on(asked - 8, '15:30', async () => {
    await jobs.failed('navigator', order, outcome, { reasonCode, reasonNote: reason });
    await support.talk('navigator', {
      text: `不採用の振り返り。理由は「${reason}」。本人の受け止めを聞き、次の候補を二つ選んだ。`,
      minutes: 30,
      outcomes: ['jobs_searched', 'next_booked'],
    });
  });
}
