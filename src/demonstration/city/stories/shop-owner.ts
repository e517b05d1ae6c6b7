import type { Story } from '../stage.js';

/** A firm as the client: its owner (事業主) comes about the business and a subsidy, and neither looks for work nor is under support. */
export function shopOwner({ on, days, person, support }: Story): void {
  on(83, '14:00', async () => {
    await person.register('supporter', {
      name: '想定 店主',
      kana: 'ソウテイ テンシュ',
      birthDate: days.bornAt(58, '01-20'),
      groups: ['business'],
      phone: '00-0000-1658',
      lastJob: '想定商店の店主',
      arrivedBy: '商工会から',
    });
    await person.consents('supporter');
    await support.talk('supporter', {
      kind: 'management',
      text: '人手が足りず、土曜の営業をやめるか迷っている。売場の時間帯ごとの客数を一緒に表にした。',
      minutes: 60,
      outcomes: ['information_given'],
    });
  });
  on(62, '14:00', () =>
    support.talk('counsellor', {
      kind: 'subsidy',
      text: '高齢の方を雇うときの助成金の説明。就業規則の定年の定めを直すと対象になる見込み。',
      with: ['supporter'],
      outcomes: ['information_given'],
      next: [{ title: '就業規則の写しを受け取る', due: days.ago(40), owner: 'counsellor' }],
    }),
  );
  on(41, '15:00', async () => {
    await support.did('counsellor');
    await support.talk('counsellor', {
      kind: 'subsidy',
      channel: 'circuit',
      text: '店を訪ねて就業規則を確認。申請書の書き方を説明し、土曜のレジの求人を相談した。',
      outcomes: ['documents_reviewed', 'next_booked'],
    });
  });
}
