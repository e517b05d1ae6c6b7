import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { ja } from '#messages';

/** 共有の区分 in words; all of them in one. */
export const categoriesText = (categories: readonly SharingCategory[]): string =>
  categories.length === SHARING_CATEGORIES.length
    ? ja.screens.consents.allCategories
    : categories.map((category) => ja.codes.sharingCategory[category]).join('、');
