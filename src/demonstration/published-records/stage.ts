import { addDays, type IsoDate } from '#kernel';
import type { YearlyPlan } from '#indicators';
import { BusinessDays } from './business-days.js';
import { Diary } from './diary.js';
import { inventedOrders, type InventedOrder } from './employers.js';
import type { Key, StaffCode } from './inputs.js';
import { inventedNames, type InventedName } from './names.js';
import { randomFrom, type Random } from './random.js';

/** Everything a story of one site needs: its people, days, staff and the diary it is written into. */
export interface Stage {
  readonly site: string;
  readonly random: Random;
  readonly days: BusinessDays;
  readonly diary: Diary;
  readonly desk: string;
  readonly municipal: readonly StaffCode[];
  readonly national: readonly StaffCode[];
  /** First organisation of each side, which consents and requests name. */
  readonly municipalOrganisation: string;
  readonly nationalOrganisation: string;
  readonly orders: readonly InventedOrder[];
  readonly nextName: () => InventedName;
}

/** The last day the published figures know of. */
export const LAST_DAY: IsoDate = '2012-04-30';

export function stageOf(plan: YearlyPlan): Stage {
  const random = randomFrom(plan.site.code);
  const [municipal] = plan.organisations.filter(({ side }) => side === 'municipal');
  const [national] = plan.organisations.filter(({ side }) => side === 'national');
  const [desk] = plan.desks;
  if (municipal === undefined || national === undefined || desk === undefined) {
    throw new Error(`${plan.site.code} lacks a side or a desk`);
  }
  return {
    site: plan.site.code,
    random,
    days: new BusinessDays(plan.site.openedOn, LAST_DAY),
    diary: new Diary(plan.site.code),
    desk: desk.code,
    municipal: municipal.staff.map(({ code }) => code),
    national: national.staff.map(({ code }) => code),
    municipalOrganisation: municipal.code,
    nationalOrganisation: national.code,
    orders: inventedOrders(plan.site.code, random),
    nextName: inventedNames(random),
  };
}

export interface Newcomer {
  readonly on: IsoDate;
  readonly by: StaffCode;
  readonly groups: readonly string[];
  readonly ages?: readonly [number, number];
  readonly interpreterLanguage?: string;
}

const WORKING_AGES: readonly [number, number] = [19, 64];
const DAYS_IN_A_YEAR = 365;

/** Registers somebody new. */
export function registerPerson(
  stage: Stage,
  { on, by, groups, ages = WORKING_AGES, interpreterLanguage }: Newcomer,
): Key {
  const person = stage.diary.key('person');
  const age = stage.random.between(...ages);
  const birthDate = addDays(on, -(age * DAYS_IN_A_YEAR + stage.random.between(30, DAYS_IN_A_YEAR - 30)));
  stage.diary.add({
    do: 'register_person',
    on,
    by,
    person,
    ...stage.nextName(),
    birthDate,
    groups,
    ...(interpreterLanguage === undefined ? {} : { interpreterLanguage }),
  });
  return person;
}
