import type { MachineScope, StaffActor } from './actors.js';
import { PERMISSION_TABLE, type Permission } from './permission-table.js';

/**
 * What each scope (連携の範囲) of a machine stands for. The first permission is what it is for, the others are what that cannot be used without. None
 * of them reaches an account, a member of staff, a setting or the audit record.
 */
export const SCOPE_PERMISSIONS: Readonly<Record<MachineScope, readonly [Permission, ...Permission[]]>> = {
  /** 実績・月次報告の取得 */
  read_figures: ['figure.read', 'report.read', 'yearly_plan.read', 'site.read'],
  /** 事業計画の取り込み */
  import_plan: ['yearly_plan.write', 'yearly_plan.read', 'site.read'],
  /** 支援ケース一覧の取得 */
  read_cases: ['case.read', 'site.read'],
};

/** Whether somebody may answer for a machine with this scope: who may not do it themselves reads nothing by way of a machine. */
export function mayOwn(scope: MachineScope, { role, side }: Pick<StaffActor, 'role' | 'side'>): boolean {
  return PERMISSION_TABLE[SCOPE_PERMISSIONS[scope][0]][role].includes(side);
}
