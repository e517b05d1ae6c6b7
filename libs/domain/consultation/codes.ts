/** 相談の種類. */
export const CONSULTATION_KINDS = [
  'vocational', // 職業
  'livelihood', // 生活
  'piecework', // 内職
  'career', // キャリア
  'mental', // 心の
  'management', // 経営
  'subsidy', // 助成金
  'u_turn', // Uターン
  'housing', // 住居
] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** 方法: 窓口, 巡回, 出張, 電話, オンライン. */
export const CONSULTATION_CHANNELS = ['desk', 'circuit', 'outreach', 'phone', 'online'] as const;
export type ConsultationChannel = (typeof CONSULTATION_CHANNELS)[number];

/** 結果, several at once. */
export const CONSULTATION_OUTCOMES = [
  'information_given', // 情報提供
  'documents_reviewed', // 応募書類の確認
  'jobs_searched', // 求人検索
  'referral_made', // 職業紹介
  'interview_practice', // 面接練習
  'benefit_advice', // 給付・制度の助言
  'next_booked', // 次回予約
  'no_show', // 来所なし
  'other', // その他
] as const;
export type ConsultationOutcome = (typeof CONSULTATION_OUTCOMES)[number];
