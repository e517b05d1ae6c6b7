import type { Story } from '../stage.js';

/** Twice at the desk on one day, two navigators searching at once, the city's specialist coaching: hired on the second day. */
export function twoDays({ on, days, person, case: period, support, jobs }: Story): void {
  on(34, '09:10', async () => {
    await person.register('navigator', {
      name: '例示 速',
      kana: 'レイジ ハヤミ',
      birthDate: days.bornAt(25, '06-20'),
      groups: ['youth'],
      phone: '00-0000-0925',
      lastJob: '居酒屋（2年、閉店により離職）',
      leftJobOn: days.ago(36),
      arrivedBy: '住まいの相談から',
    });
    await person.consents('navigator');
    await period.open('navigator', { programme: 'general', teamSupport: true });
    await period.assign('navigator', 'supporter', '専門相談');
    await person.registerAsJobSeeker('navigator', '13999-00000909');
    await period.startSupport('navigator');
    await support.talk('navigator', {
      text: '社員寮を今月末に出る。寮か家賃補助のある仕事を、二人のナビゲーターで分けて探した。',
      with: ['navigator2'],
      minutes: 60,
      outcomes: ['jobs_searched'],
      next: [{ title: '昼までに候補を三つにしぼる', due: days.ago(34), owner: 'navigator2' }],
    });
  });
  on(34, '14:00', async () => {
    await support.did('navigator2');
    await support.talk('supporter', {
      text: '同じ日の二度目の来所。閉店の経緯の話し方と、明日の面接の服装と道順を一緒に確かめた。',
      with: ['navigator', 'navigator2'],
      minutes: 50,
      outcomes: ['interview_practice', 'documents_reviewed'],
    });
    await jobs.ask('navigator', 'hotel/2', '寮の空きと、翌日の面接を確かめた');
    await jobs.letter('navigator', 'hotel/2', days.ago(33));
  });
  on(33, '16:30', async () => {
    await jobs.offered('navigator', 'hotel/2', 'フロント係。寮あり、翌週から勤務。');
    await jobs.accept('navigator');
    await jobs.hired('navigator', 'hotel/2', {
      occupation: 'フロント係',
      startsOn: days.ago(27),
      type: 'regular',
      hours: 40,
      days: 5,
    });
  });
  on(26, '10:00', () => period.startFollowUp('navigator'));
}
