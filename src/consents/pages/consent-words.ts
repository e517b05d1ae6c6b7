import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { ja } from '#messages';
import type { LedgerRow } from '../../jobseekers/index.js';

/** 共有の区分 in words; all of them in one. */
export const categoriesText = (categories: readonly SharingCategory[]): string =>
  categories.length === SHARING_CATEGORIES.length ? ja.screens.consents.allCategories : categoriesInFull(categories);

/** The same on paper, each named. */
export const categoriesInFull = (categories: readonly SharingCategory[]): string =>
  categories.map((category) => ja.codes.sharingCategory[category]).join('、');

/** 根拠 in words; of another law its article. */
export const basisText = ({ basis, lawArticle }: Pick<LedgerRow, 'basis' | 'lawArticle'>): string =>
  lawArticle === null ? ja.consent.basis[basis] : `${ja.consent.basis[basis]}（${lawArticle}）`;
