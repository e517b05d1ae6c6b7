/** Words of the support plan (支援プラン), its steps, reviews and versions. */
export const supportPlan = {
  words: {
    agreedHow: { signed: '署名', oral_recorded: '口頭（記録）', online: 'オンライン' },
    notAgreed: '同意待ち',
    overdue: '期限超過',
    branchStatus: { not_a_branch: '', waiting: '判断日待ち', due: '判断の時期', not_needed: '不要' },
    stepFields: {
      title: '内容',
      ownerSide: '担当側',
      ownerStaffId: '担当者',
      dueOn: '期限',
      branchCondition: '分岐の見込み',
      branchOn: '判断日',
      branchOf: '分岐元',
    },
  },
  errors: {
    before_plan: 'プランの作成日より前の日付です。作成日以後の日付を入力してください。',
    before_previous_version: '前の版の作成日より前の日付です。前の版の作成日以後の日付を入力してください。',
    step_required: '手順がありません。手順を1件以上入力してください。',
    due_before_branch: '分岐の判断日より前の日付です。判断日以後の日付を入力してください。',
    branch_origin_not_above: '分岐元の手順が、この手順より上にありません。上にある手順を選択してください。',
    owner_is_the_jobseeker: '本人が行うものに職員は指定できません。担当を空欄にするか、担当側を選び直してください。',
    step_key_repeated: '同じ手順が二度あります。一つにまとめてください。',
    done_before_start: '開始した日より前の日付です。開始した日以後の日付を入力してください。',
  },
  reasons: {
    plan_already_drawn_up: 'このケースの支援プランはすでに作成されています。プランを開いて変更してください。',
    plan_step_of_older_version: '前の版の手順です。現在の版で状態を変更してください。',
    plan_review_already_held: 'この見直しはすでに実施済みです。',
    plan_already_agreed: 'この版には本人が同意しています。内容を変える場合は新しい版を作成してください。',
    plan_version_superseded: '新しい版があります。最新の版に本人の同意を記録してください。',
  },
} as const;
