/** 求職者・支援対象者: the person helped, what is dated about them, and whether two records are one person. */
export {
  type AgeBand,
  type JapaneseLevel,
  type PersonDraft,
  AGE_BANDS,
  JAPANESE_LEVELS,
  NAME_MAX,
  ageBandOf,
  ageOf,
  personProblems,
  registrationProblems,
} from './person.js';
export { type GroupMembership, type MembershipDraft, groupsOn, membershipProblems } from './memberships.js';
export {
  type RecordedWish,
  type Wish,
  type WishChange,
  OCCUPATIONS_MAX,
  WISH_TEXT_MAX,
  supersedeReasons,
  wishChanges,
  wishHistory,
  wishOn,
  wishProblems,
} from './wishes.js';
export {
  type Benefit,
  type BenefitClock,
  type BenefitDraft,
  type ClockTone,
  BENEFIT_NAME_MAX,
  NEAR_DAYS,
  ENDED_CLOCK_DAYS,
  benefitClock,
  clocksOn,
  benefitProblems,
  nearestClock,
} from './benefits.js';
export {
  type ProtectionStatus,
  isProtected,
  protectedUntil,
  protectionProblems,
  protectionStatus,
  renewableFrom,
  renewalReasons,
  renewedUntil,
} from './protection.js';
export {
  type ComparedPerson,
  type DuplicateLikelihood,
  type DuplicateSign,
  type DuplicateStrength,
  duplicateLikelihood,
} from './duplicates.js';
