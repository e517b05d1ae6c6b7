/** Words of one's own account (アカウント): password, sites, sessions. */
export const account = {
  title: 'アカウント',
  sessionKind: {
    browser: 'ブラウザ',
    api: 'プログラム（サインイン）',
    personal: '自分のトークン',
    machine: '連携用アカウント',
  },
  errors: {
    password_change_required: '初回のパスワードを自分のパスワードに変更してから利用してください。',
    wrong_password: '現在のパスワードが違います。確認して、もう一度入力してください。',
    password_unchanged: '現在と同じパスワードは使えません。別のパスワードを入力してください。',
    password_too_simple: '同じ文字の繰り返しは使えません。5種類以上の文字を使ってください。',
    password_common: 'よく使われるか、漏えいした言葉から作られています。自分だけが思いつく長い言葉にしてください。',
    password_holds_login: 'ログインIDを含むパスワードは使えません。',
    passwords_differ: '確認用のパスワードが一致しません。同じものを入力してください。',
  },
} as const;
