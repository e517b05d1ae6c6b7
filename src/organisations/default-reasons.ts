import type { ReasonOccasion } from '#domain/reason';
import { ja } from '#messages';

const words = ja.screens.organisations;

/** One of the reasons (理由) a site begins with. */
export interface NewReason {
  /** 符号, by which programs name it; never changes. */
  readonly code: string;
  readonly name: string;
  readonly occasions: readonly ReasonOccasion[];
}

/** Between two reasons that follow each other there is room for others. */
export const REASON_STEP = 10;

const BY_EMPLOYER: readonly ReasonOccasion[] = ['refused_before_application', 'document_failed', 'interview_failed'];
const BY_PERSON: readonly ReasonOccasion[] = ['declined', 'reversed', 'left'];

/** What a site's list of reasons holds before anybody edits it, in the order in which forms show it. */
export const DEFAULT_REASONS: readonly NewReason[] = [
  { code: 'position_filled', name: words.manyApplicants, occasions: BY_EMPLOYER },
  { code: 'experience', name: words.lackOfExperience, occasions: BY_EMPLOYER },
  { code: 'qualification', name: words.lackOfLicence, occasions: BY_EMPLOYER },
  { code: 'age', name: words.age, occasions: ['refused_before_application', 'document_failed'] },
  { code: 'japanese', name: words.japaneseAtWork, occasions: BY_EMPLOYER },
  { code: 'schedule', name: words.workingHours, occasions: [...BY_EMPLOYER, ...BY_PERSON] },
  { code: 'commute', name: words.commuting, occasions: ['interview_failed', ...BY_PERSON] },
  { code: 'pay', name: words.pay, occasions: BY_PERSON },
  { code: 'duties', name: words.kindOfWork, occasions: ['interview_failed', ...BY_PERSON] },
  { code: 'health', name: words.health, occasions: ['not_attended', ...BY_PERSON] },
  { code: 'family', name: words.family, occasions: ['not_attended', ...BY_PERSON] },
  { code: 'other_job', name: words.otherJobFound, occasions: ['not_attended', ...BY_PERSON] },
  { code: 'change_of_mind', name: words.noLongerWilling, occasions: ['not_attended', 'declined'] },
  { code: 'no_contact', name: words.outOfReach, occasions: ['not_attended', 'reversed'] },
  { code: 'withdrawn_by_employer', name: words.offerWithdrawn, occasions: ['reversed'] },
  { code: 'recorded_in_error', name: words.recordedByMistake, occasions: ['reversed'] },
  { code: 'contract_ended', name: words.contractEnded, occasions: ['left'] },
  { code: 'dismissed', name: words.dismissed, occasions: ['left'] },
  { code: 'relations', name: words.relationsAtWork, occasions: ['left'] },
];
