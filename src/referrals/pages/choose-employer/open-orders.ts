import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { isOpenOn } from '#domain/employer';
import type { Choice } from '#ui';
import type { JobOrder } from '../../../employers/index.js';

/** The orders one person can be referred to on a day: open, and not obtained for somebody else. */
export function openOrders(orders: readonly JobOrder[], jobseekerId: string, today: IsoDate): Choice[] {
  return orders
    .filter((order) => isOpenOn(order, today) && (!order.forOnePerson || order.forJobseeker?.id === jobseekerId))
    .map(({ id, title, orderNumber, positions }) => ({
      value: id,
      label: [title, orderNumber, fill(ja.screens.referrals.positions, { count: positions })]
        .filter(Boolean)
        .join('　'),
    }));
}
