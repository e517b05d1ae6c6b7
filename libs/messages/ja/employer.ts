/** Words of the employer (事業所) and the job order (求人). */
export const employer = {
  errors: {
    valid_until_before_receipt: '有効期限が受理日より前です。受理日以後の日付を入力してください。',
  },
} as const;
