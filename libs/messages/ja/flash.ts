/** Notices after something was done; the address carries the code. */
export const flash = {
  texts: {
    saved: '保存しました。',
    jobseeker_registered: '求職者を登録しました。',
    consent_recorded: '同意を記録しました。',
    consent_withdrawn: '同意の撤回を記録しました。情報共有は終わりました。',
    protection_set: '支援措置を登録しました。この記録を見られる人が限られます。',
    consultation_logged: '相談を記録しました。',
    consultation_logged_next: '相談を記録しました。次の人を選んでください。',
    addendum_added: '追記しました。',
    next_action_ended: '次の行動を終えました。',
    case_opened: '支援期間を開始しました。',
    case_moved: '状態を更新しました。',
    meeting_recorded: '実施日を記録しました。',
    request_made: '支援を要請しました。回答を待っています。',
    request_accepted: '支援要請を受理しました。',
    request_returned: '支援要請を返戻しました。',
    assigned: '支援チームに加えました。',
    handed_over: '引継ぎを記録しました。',
    assignment_ended: '担当を終了しました。',
  },
} as const;
