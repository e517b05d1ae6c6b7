import type { IsoDate } from '#kernel';
import type { InventedOrder } from './employers.js';
import type { Key, UseCaseInput } from './inputs.js';

/** Collects what happens in any order of telling and hands it out in the order of the days. */
export class Diary {
  private readonly inputs: UseCaseInput[] = [];
  private readonly counters = new Map<string, number>();
  private readonly orders = new Map<Key, { readonly order: InventedOrder; firstUsed: IsoDate; by: string }>();

  constructor(private readonly site: string) {}

  add(input: UseCaseInput): void {
    this.inputs.push(input);
  }

  /** The next key of a kind: 'nakano-case-12'. */
  key(kind: string): Key {
    const number = (this.counters.get(kind) ?? 0) + 1;
    this.counters.set(kind, number);
    return `${this.site}-${kind}-${number}`;
  }

  /** A job order is received on the day it is first used. */
  use(order: InventedOrder, on: IsoDate, by: string): void {
    const known = this.orders.get(order.jobOrder);
    if (known === undefined || on < known.firstUsed) this.orders.set(order.jobOrder, { order, firstUsed: on, by });
  }

  /** By day; what was told first comes first within a day. */
  inOrder(): UseCaseInput[] {
    const received = [...this.orders.values()].flatMap(({ order, firstUsed: on, by }): UseCaseInput[] => [
      { do: 'register_employer', on, by, employer: order.employer, name: order.name, kana: order.kana },
      {
        do: 'receive_job_order',
        on,
        by,
        jobOrder: order.jobOrder,
        employer: order.employer,
        title: order.title,
        positions: order.positions,
        employmentType: order.employmentType,
      },
    ]);
    return [...received, ...this.inputs].sort((one, other) => one.on.localeCompare(other.on));
  }
}
