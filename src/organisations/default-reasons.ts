import type { ReasonOccasion } from '#domain/reason';

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
  { code: 'position_filled', name: '応募多数・充足', occasions: BY_EMPLOYER },
  { code: 'experience', name: '経験・実務の不足', occasions: BY_EMPLOYER },
  { code: 'qualification', name: '資格・免許の不足', occasions: BY_EMPLOYER },
  { code: 'age', name: '年齢・定年', occasions: ['refused_before_application', 'document_failed'] },
  { code: 'japanese', name: '日本語での業務が難しい', occasions: BY_EMPLOYER },
  { code: 'schedule', name: '勤務の曜日・時間が合わない', occasions: [...BY_EMPLOYER, ...BY_PERSON] },
  { code: 'commute', name: '通勤が難しい', occasions: ['interview_failed', ...BY_PERSON] },
  { code: 'pay', name: '賃金・待遇が合わない', occasions: BY_PERSON },
  { code: 'duties', name: '仕事内容が合わない', occasions: ['interview_failed', ...BY_PERSON] },
  { code: 'health', name: '体調・健康', occasions: ['not_attended', ...BY_PERSON] },
  { code: 'family', name: '家族・育児・介護の事情', occasions: ['not_attended', ...BY_PERSON] },
  { code: 'other_job', name: 'ほかの就職先が決まった', occasions: ['not_attended', ...BY_PERSON] },
  { code: 'change_of_mind', name: '応募の意思がなくなった', occasions: ['not_attended', 'declined'] },
  { code: 'no_contact', name: '連絡がとれない', occasions: ['not_attended', 'reversed'] },
  { code: 'withdrawn_by_employer', name: '事業所による採用の取消', occasions: ['reversed'] },
  { code: 'recorded_in_error', name: '誤った記録', occasions: ['reversed'] },
  { code: 'contract_ended', name: '契約期間の満了', occasions: ['left'] },
  { code: 'dismissed', name: '解雇・雇止め', occasions: ['left'] },
  { code: 'relations', name: '職場の人間関係', occasions: ['left'] },
];
