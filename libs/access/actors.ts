/** Who employs a staff member (側): 自治体側 or 国側. A property of the organisation, never of the job title. */
export type Side = 'municipal' | 'national';

/** What a staff member may do in the system (権限区分): 担当職員, 監督者, 拠点管理者, 監査者. Titles are data, not roles. */
export type Role = 'case_staff' | 'supervisor' | 'site_administrator' | 'auditor';

export const SIDES: readonly Side[] = ['municipal', 'national'];
export const ROLES: readonly Role[] = ['case_staff', 'supervisor', 'site_administrator', 'auditor'];

/** 連携の範囲: what the account of a machine may be given. Which permissions it stands for: `SCOPE_PERMISSIONS`. */
export const MACHINE_SCOPES = ['read_figures', 'import_plan', 'read_cases'] as const;
export type MachineScope = (typeof MACHINE_SCOPES)[number];

/** 連携用アカウント behind a request: it acts within its scopes, and never beyond what its owner may. */
export interface MachineIdentity {
  /** UUID of the account. */
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly MachineScope[];
}

/** A signed-in staff member (職員), working at one of their sites; or a machine for which one answers, its owner. */
export interface StaffActor {
  kind: 'staff';
  /** UUID of the staff member. */
  staffId: string;
  name: string;
  organisationId: number;
  organisationName: string;
  side: Side;
  role: Role;
  /** Every site (拠点) the staff member is assigned to. */
  siteIds: number[];
  /** The site being worked in, one of `siteIds`. */
  siteId: number;
  /** The desk (窓口) being worked at, if any. */
  deskId: number | null;
  /** Set where a machine asks and not the person, who is then its owner. */
  machine?: MachineIdentity;
}

/** A staff member in whose name a named import run writes records. */
export interface ImportActor extends StaffActor {
  /** Name of the import run, kept with everything it writes. */
  importedBy: string;
}

export type SystemActorName = 'sign_in' | 'outbox' | 'worker' | 'import' | 'cli' | 'report';

/** Work without a person: looking up a sign-in, sending the outbox, jobs, imports of settings, commands, reports. */
export interface SystemActor {
  kind: 'system';
  name: SystemActorName;
  siteIds: number[];
  organisationIds: number[];
}

export type Actor = StaffActor | ImportActor | SystemActor;

/** Whether the actor is a person, signed in or imported for. */
export function isStaff(actor: Actor): actor is StaffActor {
  return actor.kind === 'staff';
}

/** Whether the actor writes for an import run. */
export function isImport(actor: Actor): actor is ImportActor {
  return actor.kind === 'staff' && 'importedBy' in actor;
}
