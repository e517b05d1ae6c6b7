/** Words of the pages of src/notifications. */
export const notifications = {
  title: 'お知らせ',
  lead: '担当する人とケースに起きたこと、期限が来た仕事、作成された月次報告、夜間バックアップの失敗を、1人・1ケースにつき1行（人に関わらないものは種類ごとに1行）で知らせます。',
  readAll: 'すべて確認した',
  markUnread: '未確認に戻す',
  cameOn: '{text}（{day}）',
  several: '{text}（{count}件）',
  came: '知らせた日時',
  list: 'お知らせの一覧',
  none: 'お知らせはありません。',
  content: '内容',
  subject: '対象',
  status: '状態',
  confirmation: '確認',
  markRead: '確認した',
} as const;
