import { codeGuard } from '#domain/fields';

/** States of a support period (支援期間) in the order of the work; 中断 and 終了 can follow any open one. */
export const CASE_STATUSES = [
  'intake', // 相談受付
  'candidate', // 支援候補者
  'consented', // 同意
  'requested', // 支援要請
  'interviewed', // 個別面接
  'conference', // ケース会議
  'planned', // プラン策定
  'active', // 支援中
  'suspended', // 中断
  'offered', // 採用
  'placed', // 就職
  'follow_up', // 定着支援
  'closed', // 終了
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Every state in which the period still runs. */
export type OpenCaseStatus = Exclude<CaseStatus, 'closed'>;

/** The way to support (準備段階から支援中まで), in order. */
export const STEPS_TO_SUPPORT = [
  'intake',
  'candidate',
  'consented',
  'requested',
  'interviewed',
  'conference',
  'planned',
  'active',
] as const satisfies readonly CaseStatus[];
export type StepToSupport = (typeof STEPS_TO_SUPPORT)[number];

/** Steps a programme may leave out (省略できる段階): many people come straight to the joint desk. */
export const OPTIONAL_STEPS = [
  'candidate',
  'consented',
  'requested',
  'interviewed',
  'conference',
  'planned',
] as const satisfies readonly StepToSupport[];
export type OptionalStep = (typeof OPTIONAL_STEPS)[number];
export const isOptionalStep = codeGuard(OPTIONAL_STEPS);

/** The part of a programme (事業・プログラム) that shapes the way of its cases. */
export interface ProgrammeSteps {
  /** Steps that may be passed over; they may still be taken. */
  readonly optionalSteps: readonly OptionalStep[];
}

/** Reasons for ending a period (終了理由). */
export const CLOSE_REASONS = [
  'employed_settled', // 就職・定着
  'period_ended', // 期間満了
  'own_wish', // 本人意向
  'moved', // 転居
  'health', // 健康
  'no_contact', // 音信不通
  'other_agency', // 他機関
  'not_eligible', // 対象外
  'information_only', // 情報提供のみ
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const isOpen = (status: CaseStatus): status is OpenCaseStatus => status !== 'closed';

/** 支援要請 and everything after it rests on consent. */
export function needsConsent(status: CaseStatus): boolean {
  return CASE_STATUSES.indexOf(status) >= CASE_STATUSES.indexOf('requested');
}
