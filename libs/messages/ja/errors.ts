/**
 * Sentences that belong to no noun. Each says what is wrong and what to do. A field's sentence stands at the field,
 * so it does not repeat the label. Slots in braces are the params the code must come with.
 */
export const general = {
  errors: {
    // a field
    required: '入力してください。',
    choose_one: '選択してください。',
    too_long: '{max}文字以内で入力してください。',
    too_short: '{min}文字以上で入力してください。',
    too_many: '{max}件以内にしてください。',
    not_text: '文字で入力してください。',
    not_a_number: '数字で入力してください。',
    not_an_integer: '整数で入力してください。',
    out_of_range: '{min}から{max}までの数で入力してください。',
    not_kana: 'ひらがな又はカタカナで入力してください。',
    not_one_of: '一覧にある項目から選択してください。',
    not_yes_or_no: '「はい」又は「いいえ」を選択してください。',
    not_an_id: '指定した番号の形式が正しくありません。一覧から選び直してください。',
    not_a_phone_number: '電話番号は数字とハイフンで入力してください。',
    not_a_time: '時刻は「14:30」のように入力してください。',
    no_such_record: '選択した記録が見つかりません。一覧から選び直してください。',
    cursor_of_another_list: '別の一覧の続きが指定されています。一覧の最初から表示してください。',
    unknown_field: 'この項目は受け付けていません。項目名を確認してください。',
    // a date
    not_a_date: '日付として正しくありません。年月日を確認してください。',
    not_a_month: '年月として正しくありません。「2026-04」のように入力してください。',
    incomplete_date: '年・月・日をすべて入力してください。和暦の場合は元号も選択してください。',
    no_such_day: '暦にない日付です。年月日を確認してください。',
    era_did_not_exist: 'その日には使われていない元号です。元号と年を確認してください。',
    date_in_future: '今日より後の日付は入力できません。今日以前の日付を入力してください。',
    before_site_opened: '拠点の開設日より前の日付です。開設日以後の日付を入力してください。',
    before_birth: '生年月日より前の日付です。日付を確認してください。',
    end_before_start: '終了日が開始日より前です。開始日以後の日付を入力してください。',
    // the whole request
    invalid_input: '入力内容に誤りがあります。表示された項目を直してから、もう一度保存してください。',
    blocked: '現在の状態ではこの操作はできません。表示された理由を確認してください。',
    stale_edit:
      '{changedBy}さんが{changedAt}にこの記録を変更しました。入力した内容は残っています。変更を確認してから、もう一度保存してください。',
    idempotency_conflict:
      '同じ画面から別の内容がすでに保存されています。保存された記録を確認し、必要な場合だけ、別の記録として送信してください。',
    malformed_request: '送信された内容を読み取れませんでした。画面を開き直して、もう一度操作してください。',
    unstorable_value: '記録できない文字又は数が含まれています。入力した内容を確認してください。',
    too_large: '送信された内容が大きすぎます。分けて送信してください。',
    too_many_fields: '送信された項目が多すぎます。分けて送信してください。',
    too_deep: '送信された内容の入れ子が深すぎます。',
    name_too_long: '送信された項目の名前が長すぎます。',
    too_slow: '送信に時間がかかりすぎました。通信の状態を確認して、もう一度送信してください。',
    too_many_requests: '短い時間に操作が集中しました。しばらく待ってから、もう一度操作してください。',
    form_expired: '画面を開いてから時間がたちました。入力した内容を確認して、もう一度保存してください。',
    form_of_another_site: 'この画面は別の拠点で開いたものです。拠点を元に戻してから、もう一度送信してください。',
    not_found: '記録が見つかりません。削除されたか、閲覧できない記録です。',
    forbidden: 'この操作をする権限がありません。必要な場合は拠点管理者に相談してください。',
    unexpected: '処理中に問題が起きました。もう一度操作し、続くようであれば拠点管理者に連絡してください。',
    unavailable: 'ただいま利用できません。しばらく待ってから、もう一度操作してください。',
    // signing in
    unauthenticated: 'ログインしてください。',
    session_expired: '一定時間操作がなかったため、ログアウトしました。もう一度ログインしてください。',
    wrong_credentials: '利用者ID又はパスワードが違います。確認して、もう一度入力してください。',
    locked_out:
      'ログインの失敗が続いたため、一時的にログインできません。{minutes}分ほど待つか、拠点管理者に連絡してください。',
  },
} as const;
