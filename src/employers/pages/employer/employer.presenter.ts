import { type IsoDate, shortWareki } from '#kernel';
import { isOpenOn } from '#domain/employer';
import { attemptTone, interviewIsAhead, stagesOf } from '#domain/referral';
import { fill, ja } from '#messages';
import type { LadderAttempt } from '#ui';
import type { JobOrder } from '../../employers.repository.js';
import type { ReferredPerson } from '../../referred-people.js';

/** How many orders, for how many persons; one order can ask for several. */
export function orderCounts(orders: readonly JobOrder[], today: IsoDate): string {
  const persons = (rows: readonly JobOrder[]): number => rows.reduce((sum, { positions }) => sum + positions, 0);
  const open = orders.filter((order) => isOpenOn(order, today));
  return fill(ja.employer.orderCounts, {
    open: open.length,
    openPositions: persons(open),
    all: orders.length,
    positions: persons(orders),
  });
}

/** One order and what came of it: 求人 → 紹介 → 就職. */
export interface OrderLadder {
  readonly title: string;
  /** Persons referred and placed, each once. */
  readonly counts: string;
  readonly attempts: readonly LadderAttempt[];
}

/** The people referred, by order in the orders' order; those referred without an order come last. */
export function laddersByOrder(
  orders: readonly JobOrder[],
  referred: readonly ReferredPerson[],
  today: IsoDate,
): OrderLadder[] {
  const named = orders.map(({ id, title, orderNumber }) => ({
    id,
    title: [title, orderNumber].filter(Boolean).join('　'),
  }));
  return [...named, { id: null, title: ja.employer.withoutOrder }]
    .map(({ id, title }) => ({ title, people: referred.filter(({ jobOrderId }) => jobOrderId === id) }))
    .filter(({ people }) => people.length > 0)
    .map(({ title, people }) => ({
      title,
      counts: countsOf(people),
      attempts: people.map((person) => attemptOf(person, today)),
    }));
}

function countsOf(people: readonly ReferredPerson[]): string {
  const persons = (rows: readonly ReferredPerson[]): number => new Set(rows.map(({ jobseekerId }) => jobseekerId)).size;
  return fill(ja.employer.referredAndPlaced, {
    referred: persons(people),
    placed: persons(people.filter(({ startsOn }) => startsOn !== null)),
  });
}

function attemptOf(person: ReferredPerson, today: IsoDate): LadderAttempt {
  return {
    number: person.attemptNo,
    title: person.name,
    href: `/referrals/${person.referralId}`,
    steps: stagesOf(person, today).map(({ stage, on, state }) => ({
      label: ja.referral.stages[stage],
      date: on === null ? undefined : shortWareki(on),
      state,
    })),
    outcome: {
      label: interviewIsAhead(person, today) ? ja.referral.interviewAhead : ja.codes.referralOutcome[person.outcome],
      tone: attemptTone(person),
    },
  };
}
