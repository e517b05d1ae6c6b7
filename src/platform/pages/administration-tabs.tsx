import { type Permission, may } from '#access';
import { ja } from '#messages';
import { Tabs } from '#ui';
import type { PageContext } from './page-context.js';

const words = ja.screens.platform;

const PARTS: readonly { readonly label: string; readonly href: string; readonly permission: Permission }[] = [
  { label: words.site, href: '/site', permission: 'site.manage' },
  { label: words.staff, href: '/staff', permission: 'staff.manage' },
  { label: words.yearlyPlans, href: '/yearly-plans', permission: 'yearly_plan.read' },
  { label: words.machineAccounts, href: '/machine-accounts', permission: 'token.manage' },
];

/** The parts of 拠点の管理, as far as one may go there; nothing for whoever sees a single one. */
export function AdministrationTabs({ page }: { page: PageContext }): JSX.Element {
  const parts = PARTS.filter(({ permission }) => may(page.actor, permission));
  if (parts.length < 2) return '';
  const current = parts.find(({ href }) => page.path === href || page.path.startsWith(`${href}/`));
  return (
    <Tabs
      label={words.administration}
      items={parts.map(({ label, href }) => ({ label, href, current: href === current?.href }))}
    />
  );
}
