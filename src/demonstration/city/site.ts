import type { Role, Side } from '#access';
import type { IsoDate } from '#kernel';
import type { NewSite, NewStaff } from '../../founding/index.js';

export const SITE_CODE = 'mihon';
export const CITY = 'mihon-city';
export const HELLO_WORK = 'hw-mihon';

/** Everybody in 見本市 signs in with it; it opens nothing but invented records. */
export const DEMO_PASSWORD = 'mihon-demo-2026';

/** One login per role and side, for whoever looks around. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly side: Side;
  readonly name: string;
}

type Member = readonly [
  login: string,
  name: string,
  kana: string,
  title: string,
  role: Role,
  side: Side,
  desk?: string,
];

const LOGINS: readonly Member[] = [
  ['caseworker', '架空 市子', 'カクウ イチコ', 'ケースワーカー', 'case_staff', 'municipal', 'welfare'],
  ['navigator', '例示 進', 'レイジ ススム', '就職支援ナビゲーター', 'case_staff', 'national', 'joint'],
  ['city-supervisor', '架空 査子', 'カクウ ササコ', '就労支援係長', 'supervisor', 'municipal', 'welfare'],
  ['hw-supervisor', '例示 統', 'レイジ オサム', '統括職業指導官', 'supervisor', 'national', 'joint'],
  ['city-administrator', '架空 管', 'カクウ カン', '福祉総務課主査', 'site_administrator', 'municipal'],
  ['hw-administrator', '例示 理', 'レイジ オサメ', '庶務課長', 'site_administrator', 'national'],
  ['city-auditor', '架空 監', 'カクウ ミル', '監査担当', 'auditor', 'municipal'],
  ['hw-auditor', '例示 検', 'レイジ シラベ', '監察担当', 'auditor', 'national'],
];

/** The rest of both teams. */
const COLLEAGUES: readonly Member[] = [
  ['caseworker2', '架空 福男', 'カクウ フクオ', 'ケースワーカー', 'case_staff', 'municipal', 'welfare'],
  ['supporter', '見本 助', 'ミホン タスク', '就労支援員', 'case_staff', 'municipal', 'welfare'],
  ['interpreter', '架空 訳子', 'カクウ ヤクコ', '通訳（ポルトガル語）', 'case_staff', 'municipal', 'joint'],
  ['mental-health', '見本 和', 'ミホン ノドカ', '精神保健福祉士', 'case_staff', 'municipal', 'joint'],
  ['family', '架空 親子', 'カクウ チカコ', '母子・父子自立支援員', 'case_staff', 'municipal', 'welfare'],
  ['navigator2', '例示 道子', 'レイジ ミチコ', '就職支援ナビゲーター', 'case_staff', 'national', 'joint'],
  ['counsellor', '例示 語', 'レイジ カタル', '職業相談員', 'case_staff', 'national', 'joint'],
  ['island-counsellor', '例示 渚', 'レイジ ナギサ', '職業相談員（巡回）', 'case_staff', 'national', 'island'],
];

export const DEMO_LOGINS: readonly DemoLogin[] = LOGINS.map(([login, name, , , role, side]) => ({
  login,
  password: DEMO_PASSWORD,
  role,
  side,
  name,
}));

export const PROGRAMMES = [
  { code: 'welfare', name: '生活保護受給者等の就労支援', optionalSteps: [] },
  {
    code: 'needy',
    name: '生活困窮者・ひとり親の就労支援',
    optionalSteps: ['candidate', 'requested', 'interviewed', 'conference'],
  },
  {
    code: 'general',
    name: '一般相談・職業紹介',
    optionalSteps: ['candidate', 'consented', 'requested', 'interviewed', 'conference', 'planned'],
  },
] as const;

export const DESKS = [
  { code: 'joint', name: '就労支援コーナー', place: '見本市役所1階' },
  { code: 'welfare', name: '福祉相談窓口', place: '見本市役所2階' },
  { code: 'island', name: '例示島巡回相談', place: '例示島公民館（月2回）' },
] as const;

/** 見本市: an invented city with an island, and its joint site. */
export function mihonCity(openedOn: IsoDate, agreedOn: IsoDate): NewSite {
  return {
    code: SITE_CODE,
    name: '見本市就労支援コーナー',
    openedOn,
    organisations: [
      { code: CITY, name: '見本市', side: 'municipal' },
      { code: HELLO_WORK, name: 'ハローワーク見本', side: 'national' },
    ],
    desks: DESKS.map(({ code, name }) => ({ code, name })),
    programmes: PROGRAMMES,
    staff: [...LOGINS, ...COLLEAGUES].map(memberOfStaff),
    agreement: {
      concludedOn: agreedOn,
      parties: '見本市長・見本労働局長・ハローワーク見本所長',
      summary: '市と国が一つの窓口で福祉の支援と職業紹介を一体で行い、年間の目標を毎年の事業計画で定める。',
    },
    council: {
      name: '見本市一体的実施運営協議会',
      chair: '見本市副市長',
      members: [
        { organisationName: '見本市', post: '福祉部長' },
        { organisationName: '見本市', post: 'こども家庭課長' },
        { organisationName: '見本労働局', post: '職業安定部長' },
        { organisationName: 'ハローワーク見本', post: '所長' },
        { organisationName: '見本商工会', post: '事務局長' },
      ],
    },
  };
}

function memberOfStaff([login, name, nameKana, title, role, side, desk]: Member): NewStaff {
  const organisation = side === 'municipal' ? CITY : HELLO_WORK;
  return {
    login,
    password: DEMO_PASSWORD,
    name,
    nameKana,
    title,
    role,
    organisation,
    ...(desk === undefined ? {} : { desk }),
  };
}
