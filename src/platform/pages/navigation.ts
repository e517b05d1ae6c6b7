import { type Permission, type StaffActor, may } from '#access';
import { ja } from '#messages';
import type { NavItem } from '#ui';

const words = ja.screens.platform;

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
  { label: words.home, href: '/', permission: 'own_account' },
  { label: words.supportCases, href: '/cases', permission: 'case.read' },
  { label: words.jobseekers, href: '/jobseekers', permission: 'jobseeker.search' },
  { label: words.supportRequests, href: '/requests', permission: 'case.read' },
  { label: words.employers, href: '/employers', permission: 'employer.read' },
  { label: words.visits, href: '/visits', permission: 'visit.record' },
  { label: words.month, href: '/month', permission: 'figure.read' },
  { label: words.reports, href: '/reports', permission: 'report.read' },
  { label: words.yearlyPlans, href: '/yearly-plans', permission: 'yearly_plan.read', unless: 'site.manage' },
  { label: words.notifications, href: '/notifications', permission: 'notification.read' },
  {
    label: words.administration,
    href: '/site',
    permission: 'site.manage',
    also: ['/staff', '/machine-accounts', '/yearly-plans'],
  },
  { label: words.duplicates, href: '/duplicates', permission: 'site.manage' },
  { label: words.brokenGlass, href: '/broken-glass', permission: 'glass.review' },
  { label: words.audit, href: '/audit', permission: 'audit.read' },
];

/** @param unread lines of お知らせ, counted in the menu */
export function navigationFor(actor: StaffActor, path: string, unread = 0): NavItem[] {
  return ENTRIES.filter(({ permission, unless }) => may(actor, permission) && !(unless && may(actor, unless))).map(
    ({ label, href, also = [] }) => ({
      label,
      href,
      ...(href === '/notifications' ? { count: unread } : {}),
      current: [href, ...also].some((place) =>
        place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`),
      ),
    }),
  );
}
