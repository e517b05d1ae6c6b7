import type { Story } from '../stage.js';
import { caseUpToConference } from './case-up-to-conference.js';

const AIDE = '看護補助か介護助手に応募する';

/** A plan with a fall-back, decided on soon, and steps of the city for the children. */
export function branchPlan(story: Story): void {
  const { on, days, person, support, jobs } = story;
  on(101, '10:00', async () => {
    await person.register('caseworker', {
      name: '架空 桜',
      kana: 'カクウ サクラ',
      birthDate: days.bornAt(31, '03-27'),
      groups: ['livelihood_protection', 'child_rearing_allowance', 'single_parent'],
      phone: '00-0000-1031',
      householdNote: '2歳と4歳の子。実家は遠方。',
      lastJob: '飲食店（産休前まで3年）',
      arrivedBy: '生活保護の担当',
    });
    await person.wishes('caseworker', ['看護補助', '介護助手'], {
      weeklyHoursMin: 20,
      weeklyHoursMax: 30,
      daysAndTimes: '平日9時から16時',
      commute: '自転車',
    });
    await person.benefit('caseworker', '児童扶養手当', days.ago(400), undefined, '現況届は毎年8月');
  });
  caseUpToConference(story, {
    from: 98,
    caseworker: 'caseworker',
    navigator: 'navigator',
    number: '13999-00001010',
    wanted: '日中だけの看護補助の求人と、資格のない場合の道筋',
    background: '下の子の保育所の入所が決まれば働ける。病院の仕事にあこがれがある。',
  });
  on(80, '10:30', () =>
    support.plan('navigator', {
      goal: '子どもと過ごす夜を守りながら、医療か介護の仕事で自立する。',
      situation: '資格はないが、人の世話が好きで体力もある。下の子の保育所は来月決まる見込み。',
      steps: [
        { title: AIDE, due: days.ahead(5), owner: 'navigator' },
        { title: '下の子の保育所の入所を申し込む', due: days.ago(55), owner: 'caseworker' },
        { title: '病児保育とファミリーサポートに登録する', due: days.ago(3), owner: 'caseworker' },
        { title: '施設を二つ見学して感想を書く', due: days.ago(40), owner: 'jobseeker' },
        {
          title: '介護職員初任者研修の受講を申し込む',
          due: days.ahead(30),
          owner: 'navigator',
          insteadOf: { step: AIDE, hoped: '看護補助か介護助手で採用が決まっている', decideOn: days.ahead(6) },
        },
      ],
      reviews: [
        { due: days.ahead(6), owner: 'navigator' },
        { due: days.ahead(60), owner: 'caseworker' },
      ],
    }),
  );
  on(57, '11:00', async () => {
    await support.finishStep('caseworker', '下の子の保育所の入所を申し込む');
    await support.talk('caseworker', {
      kind: 'livelihood',
      text: '保育所の内定通知が届いた。慣らし保育の2週間は面接を入れないよう、ナビゲーターに伝える。',
      with: ['navigator'],
      outcomes: ['information_given'],
    });
  });
  on(38, '10:00', async () => {
    await support.talk('navigator', {
      text: '見学の感想を聞く。病院の看護補助は夜勤が条件と分かり、日勤だけにできないか病院に尋ねることにした。',
      outcomes: ['jobs_searched'],
    });
    await jobs.negotiate(
      'navigator',
      'nursing/1',
      'night_shift',
      ['夜勤あり', '日勤だけ'],
      'refused',
      '病棟の人数の都合で、夜勤なしは難しいとの返事',
    );
  });
  on(24, '14:00', async () => {
    await jobs.ask('navigator', 'care/1');
    await jobs.letter('navigator', 'care/1', days.ago(17));
  });
  on(15, '13:00', () =>
    jobs.failed('navigator', 'care/1', 'interview_failed', {
      reasonCode: 'position_filled',
      reasonNote: '経験者が同時に応募していた',
    }),
  );
  on(7, '10:20', () =>
    support.talk('navigator', {
      with: ['caseworker'],
      minutes: 60,
      outcomes: ['documents_reviewed', 'next_booked'],
      text: '分岐の日が近い。来週までに応募できる求人は一つ。決まらなければ初任者研修に進むことを、本人も前向きに受け止めている。',
      own: '研修中の給付の見込みを所内で確認しておく。',
      next: [
        { title: '訓練中の保育時間の延長を保育課に確認する', due: days.ago(1), owner: 'caseworker' },
        { title: '初任者研修の次の開講日を調べる', due: days.today, owner: 'navigator' },
        { title: '研修の案内を読んで質問を書き出す', due: days.ahead(5), owner: 'jobseeker' },
      ],
    }),
  );
}
