import type { Story } from '../stage.js';

/** Sixteen years old: the mother consents as well, and an aptitude test turns the search around. */
export function minorOfSixteen({ on, days, person, case: period, support, jobs }: Story): void {
  on(95, '16:00', async () => {
    await person.register('caseworker2', {
      name: '試作 若葉',
      kana: 'シサク ワカバ',
      birthDate: days.bornAt(16, '04-20'),
      groups: ['youth', 'needy'],
      phone: '00-0000-1416',
      guardianName: '試作 母子',
      education: '高等学校1年で中途退学',
      householdNote: '母と二人暮らし。',
      arrivedBy: '学校の相談員から',
    });
    await person.wishes('caseworker2', ['製菓', '販売'], { note: '友人と同じ店で働きたい' });
    await period.open('caseworker2', { programme: 'needy', teamSupport: true });
    await person.consents('caseworker2', { guardianName: '試作 母子' });
    await period.confirmConsent('caseworker2');
    await period.assign('caseworker2', 'navigator2');
    await period.assign('caseworker2', 'caseworker', '副担当');
    await support.talk('caseworker2', {
      with: ['navigator2'],
      minutes: 60,
      outcomes: ['information_given'],
      text: '本人と母が来所。学校には戻らず働きたい。母は「続くものを見つけてほしい」と話す。同意書には母も署名した。',
    });
  });
  on(84, '16:00', async () => {
    await person.registerAsJobSeeker('navigator2', '13999-00001414');
    await support.plan('navigator2', {
      goal: '自分に向いた仕事を知り、見習いから始める。',
      situation: '働いた経験がなく、製菓は友人の影響が大きい。',
      steps: [
        { title: '職業適性検査を受ける', due: days.ago(70), owner: 'navigator2' },
        { title: 'ベーカリーで1日体験をする', due: days.ago(60), owner: 'jobseeker' },
        { title: '高校卒業程度認定の案内をする', due: days.ahead(20), owner: 'caseworker2' },
      ],
    });
  });
  on(69, '15:30', async () => {
    await support.finishStep('navigator2', '職業適性検査を受ける');
    await support.talk('navigator2', {
      kind: 'career',
      minutes: 70,
      outcomes: ['information_given'],
      text: '適性検査の結果を一緒に読む。手を動かして仕組みを考える力がとても高い。自転車を自分で直している話になり、表情が変わった。整備の仕事を見てみたいと本人から言い出した。',
    });
    await person.wishes('navigator2', ['自動車整備'], {
      reasonForChange: '適性検査で、組立てや修理への向き不向きがはっきりした',
    });
  });
  on(62, '16:00', () =>
    support.revise('navigator2', '適性検査の結果から、目指す仕事を自動車整備に変えた', {
      goal: '整備の見習いとして働きながら、資格を取る。',
      situation: '手先の器用さと根気が強み。18歳未満を受け入れる職場は少ない。',
      steps: [
        { title: '整備工場を見学する', due: days.ago(40), owner: 'navigator2' },
        { title: '高校卒業程度認定の案内をする', due: days.ahead(20), owner: 'caseworker2' },
        { title: '朝の起床を記録する', due: days.ahead(30), owner: 'jobseeker' },
      ],
      reviews: [{ due: days.ahead(15), owner: 'navigator2' }],
    }),
  );
  on(41, '10:00', async () => {
    await support.talk('navigator2', {
      channel: 'outreach',
      with: ['caseworker2'],
      minutes: 90,
      text: '整備工場を見学。工場長が工具の名前を教えながら2時間付き合ってくれた。',
      outcomes: ['other'],
    });
    await support.finishStep('navigator2', '整備工場を見学する');
    await jobs.negotiate(
      'navigator2',
      'auto/1',
      'age',
      ['18歳以上', '危険作業に就かせない条件で16歳から'],
      'pending',
      '労働時間と作業の範囲を書面にして渡した',
    );
  });
  on(6, '15:40', () =>
    support.talk('caseworker2', {
      with: ['navigator2', 'caseworker'],
      minutes: 50,
      outcomes: ['next_booked'],
      text: '工場の返事を待つ間に、起床の記録を見せてもらった。母も同席。学び直しの窓口を紹介する。',
      next: [
        { title: '年齢の条件について工場の返事を聞く', due: days.ahead(1), owner: 'navigator2' },
        { title: '学び直しの窓口に同行する日を決める', due: days.ahead(6), owner: 'caseworker' },
      ],
    }),
  );
}
