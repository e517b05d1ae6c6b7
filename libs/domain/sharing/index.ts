/** 共有: whose a record is, what it belongs to, and who sees it by which grant. */
export {
  type SharingCategory,
  SHARING_CATEGORIES,
  USUAL_CATEGORIES,
  categoriesProposed,
  categoriesShared,
} from './categories.js';
export {
  type SharedTable,
  /** @public */ FRAME_COLUMNS,
  type GroupCategory,
  GROUP_CATEGORIES,
  /** @public */ NEVER_SHARED,
  /** @public */ TABLES_BY_ROW,
  TABLE_CATEGORIES,
  categoryProposed,
} from './registry.js';
export { type Grant, /** @public */ type OwnedRecord, holdsOn, /** @public */ maySee } from './sight.js';
