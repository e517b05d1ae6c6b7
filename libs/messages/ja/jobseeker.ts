/** Words of the jobseeker (求職者・支援対象者): names, groups, wishes, benefits, protection. */
export const jobseeker = {
  errors: {
    birth_date_too_early: '生年月日が120年以上前です。元号と年を確認してください。',
    birth_date_and_age_band: '生年月日と年代の両方は入力できません。生年月日が分かる場合は年代を空欄にしてください。',
    membership_overlaps: '同じ対象者区分の期間が重なっています。登録済みの期間を確認してください。',
    occupation_or_undecided: '希望職種を入力するか、「未定」を選択してください。',
    likely_duplicate: '同じ人と思われる記録が{count}件あります。内容を確かめ、別の人であることを確認してから登録してください。',
    hours_reversed: '時間の上限が下限より短くなっています。上限と下限を確認してください。',
  },
  reasons: {
    membership_ended: 'この対象者区分はすでに終了しています。再び該当した場合は新しく追加してください。',
    benefit_of_other_organisation: '相手の機関が記録した給付です。記録した機関に変更を依頼してください。',
    duplicate_decided: 'この重複の確認はすでに終わっています。',
    wish_unchanged: '前回の希望から変わっていません。変わった項目を入力してください。',
    protection_running: '支援措置はすでに登録されています。期限の1か月前から更新できます。',
    protection_needs_assignment: '支援措置を登録できるのは、この人の担当職員か、登録した機関の監督者です。担当職員に依頼してください。',
    protection_missing: '支援措置が登録されていません。先に支援措置を登録してください。',
    protection_expired: '支援措置の期限が過ぎています。改めて支援措置を登録してください。',
    protection_not_yet_renewable: '支援措置は期限の1か月前から更新できます。時期が来てから更新してください。',
  },
} as const;
