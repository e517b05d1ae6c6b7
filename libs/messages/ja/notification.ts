/** お知らせ・月次報告 */
export const notification = {
  kind: {
    next_action: '次の行動の期限です',
    plan_step: 'プランの手順の期限です',
    plan_review: 'プランの見直しの時期です',
    suspension_review: '中断中の支援を見直す日です',
    interview: '面接の日です',
    interview_outcome: '面接の結果を確認してください',
    monthly_report_made: '月次報告ができました',
    duplicate_asked: '重複の確認に回答してください',
    duplicate_decided: '重複の確認の結果が出ました',
    plan_to_agree: '事業計画の指標の数え方に、合意の確認が必要です',
    plan_agreed: '相手側が指標の数え方に合意しました',
    plan_agreement_withdrawn: '相手側が指標の数え方への合意を取り消しました',
    backup_failed: '夜間バックアップに失敗しました',
    backup_works_again: '夜間バックアップが再び作成されました',
    token_ended_by_update:
      '管理者が発行した連携用トークンは、システムの更新により使えなくなりました。必要な場合は、連携用アカウントを作成してください',
  },
  /** What staff are told of their sign-in, the machines they answer for and their organisation (TellWanted). */
  staff: {
    signed_in_new_place:
      '初めての端末又はプログラムから、あなたのサインインがありました。心当たりがない場合は、パスワードを変更し、拠点管理者に連絡してください',
    locked_out: 'パスワードの誤りが続いたため、あなたのサインインを一時的に止めました',
    unlocked: '管理者があなたのサインインのロックを解除しました',
    token_issued: 'あなたのトークンが発行されました',
    machine_owner_asked: '連携用アカウントの所有者になるよう依頼されました',
    machine_owner_changed: '連携用アカウントの所有者が引き継がれました',
    machine_token_issued: '連携用アカウントのトークンが発行されました',
    machine_ends_in_a_month: '連携用アカウントの期限まで30日を切りました',
    machine_ends_in_a_week: '連携用アカウントの期限まで7日を切りました',
    machine_ended: '連携用アカウントが終了しました',
    password_reset:
      '管理者があなたのパスワードを再設定しました。心当たりがない場合は、拠点管理者と監査者に連絡してください',
    administrator_added: '職員が新しく拠点管理者になりました',
    password_reset_asked: '職員のパスワードの再設定について、確認を依頼されました',
    password_reset_confirmed: '依頼したパスワードの再設定が行われました',
    organisation_renamed: 'この拠点の機関の名称が変わりました',
    organisation_proposed: '機関の参加について、確認を依頼されました',
    organisation_joined: '機関がこの拠点に加わりました',
    organisation_refused: '機関の参加の提案は、認められずに終わりました',
    machine_without_owner: '連携用アカウントの所有者がいなくなり、使えなくなりました',
  },
  hidden: '（閲覧できません）',
  late: '{days}日超過',
  dueToday: '本日',
} as const;
