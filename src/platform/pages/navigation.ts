import { type Permission, type StaffActor, may } from '#access';
import type { NavItem } from '#ui';

/** The menu: one entry per place of work, shown to those who may go there. */
const ENTRIES: readonly { readonly label: string; readonly href: string; readonly permission: Permission }[] = [
  { label: 'ホーム', href: '/', permission: 'own_account' },
  { label: '支援ケース', href: '/cases', permission: 'case.read' },
  { label: '求職者', href: '/jobseekers', permission: 'jobseeker.search' },
  { label: '支援要請', href: '/requests', permission: 'case.read' },
  { label: '事業所・求人', href: '/employers', permission: 'employer.read' },
  { label: '来所の記録', href: '/visits', permission: 'visit.record' },
  { label: '月次の実績', href: '/month', permission: 'figure.read' },
  { label: 'お知らせ', href: '/notifications', permission: 'notification.read' },
  { label: '拠点の管理', href: '/site', permission: 'site.manage' },
  { label: '重複の確認', href: '/duplicates', permission: 'duplicate.resolve' },
  { label: '操作の記録', href: '/audit', permission: 'audit.read' },
];

export function navigationFor(actor: StaffActor, path: string): NavItem[] {
  return ENTRIES.filter(({ permission }) => may(actor, permission)).map(({ label, href }) => ({
    label,
    href,
    current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
  }));
}
