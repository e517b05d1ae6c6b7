/** 求職者・支援対象者: the person helped, what is dated about them, and whether two records are one person. */
export {
  type AgeBand,
  type JapaneseLevel,
  AGE_BANDS,
  JAPANESE_LEVELS,
  NAME_MAX,
  ageOf,
  personProblems,
  registrationProblems,
} from './person.js';
export {
  type FactCategory,
  type PersonFacts,
  type WrittenFacts,
  FACT_FIELDS,
  changedFacts,
  lastWritten,
} from './written-facts.js';
export { type GroupMembership, groupsOn, membershipProblems } from './memberships.js';
export {
  type RecordedWish,
  type WishChange,
  OCCUPATIONS_MAX,
  WISHED_HOURS,
  WISH_TEXT_MAX,
  supersedeReasons,
  wishChanges,
  wishHistory,
  wishOn,
  wishProblems,
} from './wishes.js';
export {
  /** @public */ type Benefit,
  type BenefitClock,
  BENEFIT_NAME_MAX,
  ENDED_CLOCK_DAYS,
  benefitClock,
  clocksOn,
  benefitProblems,
  /** @public */ nearestClock,
} from './benefits.js';
export {
  isProtected,
  protectedUntil,
  protectionProblems,
  protectionStatus,
  renewableFrom,
  renewalReasons,
  renewedUntil,
} from './protection.js';
export { type ComparedPerson, type DuplicateSign, duplicateLikelihood } from './duplicates.js';
