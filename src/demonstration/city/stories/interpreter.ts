import type { Story } from '../stage.js';

/** The city's interpreter and the navigator sit together, at the desk and at the interview; a factory gives an order for this one person. */
export function interpreter({ on, days, person, case: period, support, jobs }: Story): void {
  on(160, '13:30', async () => {
    await person.register('interpreter', {
      name: '例示 マリア',
      kana: 'レイジ マリア',
      birthDate: days.bornAt(41, '02-09'),
      groups: ['nikkei', 'needy'],
      nationality: 'ブラジル',
      interpreterLanguage: 'ポルトガル語',
      japaneseSpeaking: 'daily',
      japaneseReading: 'none',
      phone: '00-0000-0441',
      lastJob: '自動車部品の組立（派遣・11年）',
      arrivedBy: '多文化共生の窓口から',
    });
    await person.wishes('interpreter', ['部品検査', '組立'], { daysAndTimes: '日勤のみ', commute: 'バス' });
    await period.open('interpreter', { programme: 'general', role: '通訳', teamSupport: true });
    await person.consents('interpreter');
    await period.assign('interpreter', 'navigator');
    await person.registerAsJobSeeker('navigator', '13999-00000404');
    await period.startSupport('navigator');
    await support.talk('navigator', {
      with: ['interpreter'],
      minutes: 75,
      outcomes: ['information_given', 'jobs_searched'],
      text: '市の通訳を交えて面談。派遣の契約が終わり、直接雇用を希望。会話は足りるが、作業指示書が読めず応募を断られてきた。ふりがな付きの指示書で働ける職場を探す。',
    });
  });
  on(139, '10:00', async () => {
    await jobs.ask('navigator', 'foods/2', '日本語の読み書きを聞かれる');
    await jobs.failed('navigator', 'foods/2', 'refused_before_application', {
      reasonCode: 'japanese',
      reasonNote: '衛生記録を日本語で書く必要がある',
    });
  });
  on(118, '14:00', async () => {
    await jobs.negotiate(
      'navigator',
      'factory/1',
      'japanese',
      ['日本語の読み書き', '指示書を写真と数字のものに替え、読み書きは問わない'],
      'accepted',
      '検査の工程を通訳と見学した',
    );
    await jobs.orderForPerson(
      'navigator',
      'factory/maria',
      '部品検査（写真の指示書を使う工程）',
      'contract',
      '日勤。日本語の読み書きは問わない。',
    );
    await support.talk('navigator', {
      with: ['interpreter'],
      channel: 'outreach',
      minutes: 80,
      outcomes: ['referral_made'],
      text: '製作所の検査工程を本人・通訳と見学。寸法の読み取りは正確で、現場の主任が「この工程なら任せられる」と話した。この人のための求人を受理した。',
    });
    await jobs.ask('navigator', 'factory/maria');
    await jobs.letter('navigator', 'factory/maria', days.ago(110));
  });
  on(109, '16:30', async () => {
    await support.talk('interpreter', {
      with: ['navigator'],
      channel: 'outreach',
      text: '面接に通訳として同席。安全の説明は、本人が自分の言葉で言い直して確かめた。',
      outcomes: ['other'],
    });
    await jobs.offered('navigator', 'factory/maria', '契約社員（1年更新）。8時30分から17時。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'factory/maria', {
      occupation: '部品検査',
      startsOn: days.ago(100),
      type: 'contract',
      hours: 40,
      days: 5,
    });
  });
  on(96, '11:30', () => period.startFollowUp('navigator'));
  on(64, '17:30', () =>
    jobs.contact('interpreter', {
      with: 'both',
      channel: 'outreach',
      text: '昼休みに訪問。残業の申出書だけ読めずに困っていた。訳を付けた用紙を総務に渡した。',
    }),
  );
  on(6, '10:40', () =>
    support.talk('interpreter', {
      with: ['navigator'],
      kind: 'livelihood',
      text: '子の高校進学の相談。学校説明会の案内を訳した。仕事は続いており、日本語教室に通い始めた。',
      outcomes: ['information_given'],
      next: [
        { title: '契約更新の面談に同席できるか事業所に確認', due: days.ahead(2), owner: 'navigator' },
        { title: '日本語教室の時間割を渡す', due: days.ahead(4), owner: 'interpreter' },
      ],
    }),
  );
}
