import type { Story } from '../stage.js';

/** Still employed in Tokyo, looking for work at home; the job begins with the next fiscal year. */
export function nextYearsStart({ on, days, person, case: period, support, jobs }: Story): void {
  const online = { channel: 'online', kind: 'u_turn' } as const;
  on(130, '18:30', async () => {
    await person.register('navigator', {
      name: '仮想 帰郷',
      kana: 'カソウ キキョウ',
      birthDate: days.bornAt(33, '10-10'),
      groups: ['u_turn'],
      phone: '00-0000-1533',
      address: '東京都（在職中）',
      lastJob: 'システム運用（在職中・7年）',
      licences: '応用情報技術者',
      arrivedBy: '移住相談会',
    });
    await person.wishes('navigator', ['システム運用', '社内情報担当'], {
      weeklyHoursMin: 37,
      weeklyHoursMax: 40,
      workplace: '見本市内又は在宅',
    });
    await period.open('navigator', { programme: 'general' });
    await person.registerAsJobSeeker('navigator', '13999-00001515');
    await period.startSupport('navigator');
    await support.talk('navigator', {
      ...online,
      text: '在職中のため夜にオンラインで面談。親の介護に備え、年度替わりで故郷に戻りたい。今の会社の引継ぎがあるので、入社は4月を希望。',
      outcomes: ['jobs_searched'],
    });
  });
  on(102, '18:00', () =>
    support.talk('navigator', {
      ...online,
      text: '職務経歴書を画面共有で確認。運用の自動化の実績を具体的な数字で書き足す。',
      outcomes: ['documents_reviewed'],
      minutes: 50,
    }),
  );
  on(66, '18:00', async () => {
    await person.consents('navigator', { method: 'online' });
    await period.assign('navigator', 'supporter', '専門相談');
    await support.talk('navigator', {
      ...online,
      with: ['supporter'],
      text: '市の移住支援の担当を交えて、住まいと支援金の説明。',
      outcomes: ['information_given', 'benefit_advice'],
    });
  });
  on(44, '18:20', async () => {
    await jobs.ask('navigator', 'system/2', '入社は年度替わりを希望。面接はオンラインで');
    await jobs.letter('navigator', 'system/2', days.ago(33));
  });
  on(29, '18:00', async () => {
    await jobs.offered('navigator', 'system/2', 'システム運用。正社員、週2日は在宅。入社日は年度初めで合意。');
    await jobs.accept('navigator');
  });
  on(27, '18:10', async () => {
    await jobs.hired('navigator', 'system/2', {
      occupation: 'システム運用',
      startsOn: days.nextYear,
      type: 'regular',
      hours: 38.5,
      days: 5,
    });
    await support.talk('navigator', {
      ...online,
      text: '内定。就職日は年度初めで、それまでは在職を続ける。引越しの補助の申請時期を市が案内する。',
      outcomes: ['information_given'],
      minutes: 30,
      next: [
        { title: '引越しの補助の申請書を送る', due: days.ahead(12), owner: 'supporter' },
        { title: '入社書類のそろい具合を確認する', due: days.ahead(3), owner: 'navigator' },
      ],
    });
  });
}
