import { type Permission, type StaffActor, may } from '#access';
import type { NavItem } from '#ui';

interface Entry {
  readonly label: string;
  readonly href: string;
  readonly permission: Permission;
  /** Whoever holds this finds the page elsewhere, as a tab. */
  readonly unless?: Permission;
  /** Other addresses that belong to the entry. */
  readonly also?: readonly string[];
}

/** The menu: one entry per place of work, shown to those who may go there. */
const ENTRIES: readonly Entry[] = [
  { label: 'ホーム', href: '/', permission: 'own_account' },
  { label: '支援ケース', href: '/cases', permission: 'case.read' },
  { label: '求職者', href: '/jobseekers', permission: 'jobseeker.search' },
  { label: '支援要請', href: '/requests', permission: 'case.read' },
  { label: '事業所・求人', href: '/employers', permission: 'employer.read' },
  { label: '来所の記録', href: '/visits', permission: 'visit.record' },
  { label: '月次の実績', href: '/month', permission: 'figure.read' },
  { label: '月次報告', href: '/reports', permission: 'report.read' },
  { label: '事業計画', href: '/site/plans', permission: 'yearly_plan.read', unless: 'site.manage' },
  { label: 'お知らせ', href: '/notifications', permission: 'notification.read' },
  { label: '拠点の管理', href: '/site', permission: 'site.manage', also: ['/staff', '/tokens'] },
  { label: '重複の確認', href: '/duplicates', permission: 'duplicate.resolve' },
  { label: '操作の記録', href: '/audit', permission: 'audit.read' },
];

export function navigationFor(actor: StaffActor, path: string): NavItem[] {
  return ENTRIES.filter(({ permission, unless }) => may(actor, permission) && !(unless && may(actor, unless))).map(
    ({ label, href, also = [] }) => ({
      label,
      href,
      current: [href, ...also].some((place) =>
        place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`),
      ),
    }),
  );
}
