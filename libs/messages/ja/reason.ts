import { codes } from './coded-values.js';

const { refused_before_application, not_attended, document_failed, interview_failed, declined } = codes.referralOutcome;

/** Words of the reasons a site keeps a list of (理由). */
export const reason = {
  /** What a reason is given for. */
  occasion: {
    refused_before_application,
    not_attended,
    document_failed,
    interview_failed,
    declined,
    reversed: '就職の取消',
    left: '離職',
  },
  blank: '（一覧から選ばない）',
  neededSupport: '一覧から選ぶか、補足に書いてください（必須）。',
  noteSupport: '一覧にない理由や、くわしい事情',
  errors: {
    reason_missing: '一覧から理由を選ぶか、補足に書いてください。',
    reason_not_on_list: 'この拠点の理由の一覧にありません。選び直してください。',
    reason_retired: '使用を終了した理由です。別の理由を選んでください。',
    reason_of_another_occasion: 'この結果には使えない理由です。別の理由を選ぶか、補足に書いてください。',
  },
} as const;
