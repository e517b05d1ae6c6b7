/** Words of the pages of src/notifications. */
export const notifications = {
  title: 'お知らせ',
  lead: '期限が来た仕事と、作成された月次報告を知らせます。',
  list: 'お知らせの一覧',
  none: 'お知らせはありません。',
  content: '内容',
  subject: '対象',
  due: '期限',
  status: '状態',
  confirmation: '確認',
  markRead: '確認した',
  read: '確認済み',
} as const;
