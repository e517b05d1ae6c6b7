import type { InventedName } from '../../published-records/names.js';
import type { Random } from '../../published-records/random.js';
import { beginStory, type Stage, type Story } from '../stage.js';
import { ARRIVED_BY, LAST_JOBS } from './words.js';

/** Somebody who comes to the site, and who looks after them. */
export interface Newcomer {
  readonly story: Story;
  readonly programme: 'welfare' | 'needy' | 'general';
  /** Who registers the person and opens the case. */
  readonly host: string;
  readonly caseworker: string;
  readonly navigator: string;
  readonly register: () => Promise<void>;
  /** 求職番号. */
  readonly number: string;
}

const CASEWORKERS = ['caseworker', 'caseworker2', 'caseworker2', 'supporter', 'family', 'supporter'] as const;
const NAVIGATORS = ['navigator', 'navigator2', 'navigator2', 'counsellor', 'counsellor'] as const;
const GROUPS: Readonly<Record<'welfare' | 'needy' | 'general', readonly (readonly string[])[]>> = {
  welfare: [
    ['livelihood_protection'],
    ['livelihood_protection', 'middle_aged'],
    ['livelihood_protection', 'single_parent'],
  ],
  needy: [
    ['needy'],
    ['child_rearing_allowance', 'single_parent'],
    ['housing_allowance', 'needy'],
    ['disabled'],
    ['needy', 'youth'],
  ],
  general: [['general'], ['youth'], ['middle_aged'], ['child_rearing_women']],
};

/** Names that the stories use. */
const TAKEN: ReadonlySet<string> = new Set(['見本 花子', '架空 太郎']);

export function newcomer(stage: Stage, random: Random, number: number, nextName: () => InventedName): Newcomer {
  const programme = random.pick(['welfare', 'welfare', 'needy', 'needy', 'needy', 'general', 'general'] as const);
  const [caseworker, navigator] = [random.pick(CASEWORKERS), random.pick(NAVIGATORS)];
  const host = programme === 'general' ? navigator : caseworker;
  const { familyName, givenName, familyKana, givenKana } = freeName(nextName);
  const birthDate = stage.calendar.bornAt(random.between(20, 63), `0${random.between(1, 9)}-${random.between(10, 28)}`);
  const groups = [...random.pick(GROUPS[programme])];
  const lastJob = random.pick(LAST_JOBS);
  const arrivedBy = random.pick(ARRIVED_BY);
  const story = beginStory(stage, `background ${number}`);
  const register = (): Promise<void> =>
    story.person.register(host, {
      name: `${familyName} ${givenName}`,
      kana: `${familyKana} ${givenKana}`,
      birthDate,
      groups,
      lastJob,
      arrivedBy,
    });
  return {
    story,
    programme,
    host,
    caseworker,
    navigator,
    register,
    number: `13999-${String(10000 + number).padStart(8, '0')}`,
  };
}

function freeName(nextName: () => InventedName): InventedName {
  const name = nextName();
  return TAKEN.has(`${name.familyName} ${name.givenName}`) ? freeName(nextName) : name;
}
