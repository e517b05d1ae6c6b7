/** Words of the employer (事業所) and the job order (求人). */
export const employer = {
  /** 件 of orders and 人 they ask for: those that can be applied to today, and all there were. */
  orderCounts: '有効中 {open}件（{openPositions}人）・これまで {all}件（{positions}人）',
  /** Of people referred without an order being named. */
  withoutOrder: '求人の指定なし',
  referredAndPlaced: '紹介 {referred}人・就職 {placed}人',
  /** Stands whether there are any others or not. */
  othersMayExist: '閲覧できる人だけを表示し、数えています。ほかにも紹介した人がいる場合があります。',
  errors: {
    valid_until_before_receipt: '有効期限が受理日より前です。受理日以後の日付を入力してください。',
  },
} as const;
