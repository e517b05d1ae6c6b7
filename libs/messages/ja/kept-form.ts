/** Words of the page that hands a form back which could not be taken as it was sent. */
export const keptForm = {
  titles: {
    signInAgain: 'もう一度サインインしてください',
    expired: '画面の有効期限が切れました',
  },
  why: {
    lost: 'しばらく操作がなかったか、ほかの画面でサインアウトしたため、サインインが切れました。',
    otherPerson:
      'この画面は{holder}さんが開いたものです。今は{present}さんがサインインしているため、このままでは保存しません。',
    expired: '画面を開いてから時間がたったか、ブラウザーの記憶が消えました。',
  },
  kept: 'まだ何も保存していません。入力した内容は、この画面に残っています。',
  notSent: '保存していません。入力した内容は、この画面に残っています。',
  keptBeside: '先に保存した記録は変わっていません。今回入力した内容は、まだ保存せず、この画面に残しています。',
  withheld: 'まだ何も保存していません。パスワードは画面に残さないため、前の画面を開いて入力し直してください。',
  withheldBeside:
    '先に保存した記録は変わっていません。パスワードは画面に残さないため、必要な場合は前の画面を開いて入力し直してください。',
  does: '送信する操作：{does}',
  passwordOf: '{holder}さんのパスワード',
  passwordSupport: '{holder}さんとして、入力した内容をそのまま送信します。',
  wrongPassword: 'パスワードが違います。確認して、もう一度入力してください。',
  discard: '入力した内容を捨てる',
  signIn: 'サインインして送信する',
  sendAgain: 'もう一度送信する',
  sendBeside: '別の記録として送信する',
  typed: '入力した内容',
  back: '前の画面に戻る',
} as const;
