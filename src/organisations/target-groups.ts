import { categoryProposed } from '#domain/sharing';
import { ja } from '#messages';

/** 対象者区分: the groups real sites name, in the order they are usually printed. A site chooses among them. */
export const TARGET_GROUPS = Object.entries(ja.codes.targetGroup).map(([code, name], position) => ({
  code,
  name,
  position,
  category: categoryProposed(name),
}));
