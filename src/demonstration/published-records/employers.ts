import type { EmploymentType } from '#domain/placement';
import type { Random } from './random.js';

/** An invented employer with one job order (求人). */
export interface InventedOrder {
  readonly employer: string;
  readonly name: string;
  readonly kana: string;
  readonly jobOrder: string;
  readonly title: string;
  readonly employmentType: EmploymentType;
  readonly positions: number;
}

const WORDS = [
  ['見本', 'ミホン'],
  ['架空', 'カクウ'],
  ['例示', 'レイジ'],
  ['手本', 'テホン'],
  ['仮想', 'カソウ'],
  ['雛形', 'ヒナガタ'],
] as const;
const TRADES = [
  ['ビルサービス', 'ビルサービス', '清掃員'],
  ['フーズ', 'フーズ', '調理補助'],
  ['ホテル', 'ホテル', '客室清掃'],
  ['運輸', 'ウンユ', '配送'],
  ['製作所', 'セイサクショ', '製造補助'],
  ['介護サービス', 'カイゴサービス', '介護補助'],
  ['警備', 'ケイビ', '施設警備'],
  ['商店', 'ショウテン', '販売'],
  ['事務センター', 'ジムセンター', '一般事務'],
  ['システム', 'システム', 'システムエンジニア'],
] as const;
const EMPLOYMENT_TYPES = ['regular', 'contract', 'part_time', 'part_time', 'dispatched', 'non_regular'] as const;

/** Sixty employers of a site, each with one job order. */
export function inventedOrders(site: string, random: Random): InventedOrder[] {
  return WORDS.flatMap(([word, wordKana], row) =>
    TRADES.map(([trade, tradeKana, title], column) => {
      const number = row * TRADES.length + column + 1;
      return {
        employer: `${site}-e${number}`,
        name: `${word}${trade}`,
        kana: `${wordKana}${tradeKana}`,
        jobOrder: `${site}-j${number}`,
        title,
        employmentType: random.pick(EMPLOYMENT_TYPES),
        positions: random.between(1, 5),
      };
    }),
  );
}
