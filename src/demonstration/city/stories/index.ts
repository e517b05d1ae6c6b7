import { beginStory, type Stage, type Story } from '../stage.js';
import { askedByPhone } from './asked-by-phone.js';
import { branchPlan } from './branch-plan.js';
import { disclosedLater } from './disclosed-later.js';
import { elevenReferrals } from './eleven-referrals.js';
import { housingClock } from './housing-clock.js';
import { interpreter } from './interpreter.js';
import { islandOutreach } from './island-outreach.js';
import { minorOfSixteen } from './minor-of-sixteen.js';
import { nextYearsStart } from './next-years-start.js';
import { overdueRequest, returnedRequest, suspended, waitingRequest } from './open-matters.js';
import { orderFromAHint } from './order-from-a-hint.js';
import { pieceworkFirst } from './piecework-first.js';
import { protectedRecord } from './protected-record.js';
import { shopOwner } from './shop-owner.js';
import { tradeChanged } from './trade-changed.js';
import { twoDays } from './two-days.js';
import { twoOffers } from './two-offers.js';

/** The sixteen cases a joint site has to be able to hold, as far as there are records for them, and four matters that wait for an answer. */
const STORIES: readonly ((story: Story) => void)[] = [
  twoOffers,
  islandOutreach,
  interpreter,
  disclosedLater,
  protectedRecord,
  elevenReferrals,
  branchPlan,
  housingClock,
  minorOfSixteen,
  nextYearsStart,
  tradeChanged,
  pieceworkFirst,
  twoDays,
  orderFromAHint,
  askedByPhone,
  shopOwner,
  returnedRequest,
  suspended,
  waitingRequest,
  overdueRequest,
];

/** Notes every story in the diary, nothing of it carried out yet. */
export function noteStories(stage: Stage): void {
  for (const tell of STORIES) tell(beginStory(stage, tell.name));
}
