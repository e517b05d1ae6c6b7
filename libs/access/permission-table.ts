import type { Role, Side, SystemActorName } from './actors.js';

/** The sides whose staff hold a permission. */
export type Sides = readonly Side[];

const both: Sides = ['municipal', 'national'];
const city: Sides = ['municipal'];
const nation: Sides = ['national'];
const none: Sides = [];

function row(
  caseStaff: Sides,
  supervisor: Sides,
  siteAdministrator: Sides,
  auditor: Sides,
): Readonly<Record<Role, Sides>> {
  return { case_staff: caseStaff, supervisor, site_administrator: siteAdministrator, auditor };
}

/**
 * Who may do what (権限表): for each permission and role, the sides on which the role holds it.
 * The columns are 担当職員, 監督者, 拠点管理者, 監査者. A permission says what kind of act is allowed; which records it
 * reaches follows from organisation, sharing and protection. The Japanese names are in the message catalogue.
 */
const table = {
  // 求職者                          case staff  supervisor  site admin  auditor
  'jobseeker.read': row(both, both, none, none),
  'jobseeker.search': row(both, both, none, none),
  'jobseeker.register': row(both, both, none, none),
  'jobseeker.edit': row(both, both, none, none),
  /** 緊急の閲覧: opening a record in hiding, with a reason and for a while. */
  'jobseeker.break_glass': row(both, both, none, none),
  /** 重複の確認: whether one's own person is whom another knows. Of somebody protected those are asked who may see them, else the administrator. */
  'duplicate.resolve': row(both, both, both, none),
  // 同意
  'consent.record': row(both, both, none, none),
  'consent.withdraw': row(both, both, none, none),
  // 支援ケース
  'case.read': row(both, both, none, none),
  'case.open': row(both, both, none, none),
  'case.transition': row(both, both, none, none),
  /** 担当の割当・引継ぎ. */
  'case.assign': row(both, both, none, none),
  /** 支援要請 is the municipality's. */
  'request.make': row(city, city, none, none),
  /** 支援要請の受理・返戻 is the Hello Work's. */
  'request.decide': row(nation, nation, none, none),
  /** 求職登録. */
  'registration.record': row(nation, nation, none, none),
  // 支援プラン
  'plan.read': row(both, both, none, none),
  'plan.write': row(both, both, none, none),
  /** 本人の同意によるプラン策定. */
  'plan.agree': row(both, both, none, none),
  // 相談・来所
  'consultation.read': row(both, both, none, none),
  'consultation.log': row(both, both, none, none),
  'consultation.amend': row(both, both, none, none),
  'visit.record': row(both, both, none, none),
  // 事業所・求人
  'employer.read': row(both, both, none, none),
  'employer.write': row(both, both, none, none),
  'job_order.write': row(both, both, none, none),
  /** 条件緩和の交渉. */
  'negotiation.record': row(both, both, none, none),
  // 職業紹介・採用・就職
  'referral.read': row(both, both, none, none),
  /** 職業紹介・紹介状 belong to the national side by law. */
  'referral.write': row(nation, nation, none, none),
  'offer.record': row(nation, nation, none, none),
  /** 紹介就職 is confirmed by the national side. */
  'placement.record_referred': row(nation, nation, none, none),
  /** 自己就職 and every other route without a referral, recorded on report by whichever side hears of it. */
  'placement.record_self_found': row(both, both, none, none),
  'placement.reverse': row(both, both, none, none),
  /** 職場定着支援. */
  'follow_up.record': row(both, both, none, none),
  // 経過・数字
  'timeline.read': row(both, both, none, none),
  'figure.read': row(both, both, both, both),
  /** 実績の内訳: from a figure to the records it counted. */
  'figure.open': row(none, both, none, none),
  /** 事業計画. */
  'yearly_plan.read': row(none, both, both, none),
  'yearly_plan.write': row(none, none, both, none),
  /** 月次報告. */
  'report.read': row(none, both, both, both),
  /** A month that the worker has not reported. */
  'report.make': row(none, both, none, none),
  /** お知らせ: also of one's own sign-in, so that everybody has some. */
  'notification.read': row(both, both, both, both),
  // 管理
  /** 機関・拠点・窓口・職員の名簿 and reference lists, to choose from. */
  'site.read': row(both, both, both, both),
  'site.manage': row(none, none, both, none),
  'staff.manage': row(none, none, both, none),
  'reference.manage': row(none, none, both, none),
  'token.manage': row(none, none, both, none),
  /** 監査記録. */
  'audit.read': row(none, none, none, both),
  /** 緊急の閲覧の確認. */
  'glass.review': row(none, none, none, both),
  /** 自分のアカウント: own sign-in, sessions and password. */
  own_account: row(both, both, both, both),
} as const;

/** A permission (権限), noun.verb. */
export type Permission = keyof typeof table;

/** See the table above. */
export const PERMISSION_TABLE: Readonly<Record<Permission, Readonly<Record<Role, Sides>>>> = table;

/** Every permission, in the order of the table. */
export const PERMISSIONS = Object.keys(table) as Permission[];

/**
 * What work without a person may do. Signing in and sending the outbox have policies of their own in the database and
 * need none; records of people are imported in the name of a staff member, never by the system.
 */
export const SYSTEM_PERMISSIONS: Readonly<Record<SystemActorName, readonly Permission[]>> = {
  sign_in: [],
  outbox: [],
  worker: ['case.read', 'plan.read', 'consultation.read'],
  report: ['figure.read', 'yearly_plan.read', 'report.read'],
  import: ['site.read', 'site.manage', 'staff.manage', 'reference.manage', 'yearly_plan.read', 'yearly_plan.write'],
  cli: [
    'site.read',
    'site.manage',
    'staff.manage',
    'reference.manage',
    'token.manage',
    'yearly_plan.read',
    'yearly_plan.write',
  ],
};
