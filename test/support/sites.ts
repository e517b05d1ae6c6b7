import { DataSource } from 'typeorm';
import { hashPassword } from '../../src/auth/passwords.js';
import { type FoundedSite, foundSite, type NewSite, type NewStaff } from '../../src/founding/founding.js';

/** Everyone in the specs signs in with it. */
export const PASSWORD = 'mihon-no-kotoba';

const person = (
  login: string,
  name: string,
  nameKana: string,
  title: string,
  role: NewStaff['role'],
  organisation: string,
): NewStaff => ({
  login,
  password: PASSWORD,
  name,
  nameKana,
  title,
  role,
  organisation,
});

/** 見本市: the joint site most specs play at. Opened long enough ago for two fiscal years of records. */
export const MIHON: NewSite = {
  code: 'mihon',
  name: '見本市就労支援コーナー',
  openedOn: '2024-04-01',
  organisations: [
    { code: 'mihon-city', name: '見本市', side: 'municipal' },
    { code: 'hw-mihon', name: 'ハローワーク見本', side: 'national' },
  ],
  desks: [
    { code: 'main', name: '本庁窓口' },
    { code: 'north', name: '北支所' },
  ],
  programmes: [
    { code: 'livelihood', name: '生活保護受給者等就労支援' },
    {
      code: 'walk-in',
      name: '一般相談',
      optionalSteps: ['candidate', 'consented', 'requested', 'interviewed', 'conference'],
    },
  ],
  staff: [
    person('caseworker', '架空 市子', 'カクウ イチコ', 'ケースワーカー', 'case_staff', 'mihon-city'),
    person('caseworker2', '架空 福男', 'カクウ フクオ', '就労支援員', 'case_staff', 'mihon-city'),
    person('navigator', '例示 進', 'レイジ ススム', '就職支援ナビゲーター', 'case_staff', 'hw-mihon'),
    person('navigator2', '例示 道子', 'レイジ ミチコ', '職業相談員', 'case_staff', 'hw-mihon'),
    person('city-supervisor', '架空 査子', 'カクウ ササコ', '査察指導員', 'supervisor', 'mihon-city'),
    person('hw-supervisor', '例示 統', 'レイジ オサム', '統括職業指導官', 'supervisor', 'hw-mihon'),
    person('administrator', '架空 管', 'カクウ カン', '係長', 'site_administrator', 'mihon-city'),
    person('auditor', '架空 監', 'カクウ ミル', '監査担当', 'auditor', 'mihon-city'),
  ],
  agreement: { concludedOn: '2024-03-15', parties: '見本市長・見本労働局長' },
  council: {
    name: '見本市一体的実施運営協議会',
    chair: '見本市福祉部長',
    members: [{ organisationName: '見本労働局', post: '職業安定部長' }],
  },
};

/** 別見市: another site whose people must never meet those of 見本市. */
export const BEKKEN: NewSite = {
  ...MIHON,
  code: 'bekken',
  name: '別見市就労支援コーナー',
  organisations: [
    { code: 'bekken-city', name: '別見市', side: 'municipal' },
    { code: 'hw-bekken', name: 'ハローワーク別見', side: 'national' },
  ],
  staff: [
    person('stranger', '余所 来子', 'ヨソ キコ', 'ケースワーカー', 'case_staff', 'bekken-city'),
    person('stranger-navigator', '余所 案内', 'ヨソ アンナイ', '就職支援ナビゲーター', 'case_staff', 'hw-bekken'),
    person('stranger-supervisor', '余所 見張', 'ヨソ ミハル', '査察指導員', 'supervisor', 'bekken-city'),
  ],
};

/** Passwords that cost next to nothing to check: hundreds of sign-ins a run guard invented people. */
const hashCheaply = (password: string): Promise<string> => hashPassword(password, { memoryCost: 8, timeCost: 1 });

/** Founds sites in a database as its owner. */
export async function found(ownerUrl: string, ...sites: NewSite[]): Promise<FoundedSite[]> {
  const dataSource = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  try {
    const founded: FoundedSite[] = [];
    for (const site of sites)
      founded.push(await dataSource.transaction((manager) => foundSite(manager, site, hashCheaply)));
    return founded;
  } finally {
    await dataSource.destroy();
  }
}
