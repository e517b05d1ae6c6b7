import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { CaseHeader, type CaseHeaderProps, phaseOfCase, type Slot, Stack } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import type { CaseFrameView } from './case-frame.js';

const TABS = [
  { tab: 'overview', path: '' },
  { tab: 'consultations', path: '/consultations' },
  { tab: 'plan', path: '/plan' },
  { tab: 'referrals', path: '/referrals' },
  { tab: 'steps', path: '/steps' },
  { tab: 'team', path: '/team' },
] as const;

/** The tabs of a case, as they are named in the address. */
export type CaseTab = (typeof TABS)[number]['tab'];

export interface CaseLayoutOptions {
  /** Title of the window; the name of the tab when absent. The person is never named in it: titles end up in histories. */
  readonly title?: string;
  readonly actions?: Slot;
  readonly status?: number;
}

/** A page of a case: the same head and tabs everywhere, below it the page's own content. */
export function caseLayout(
  page: PageContext,
  frame: CaseFrameView,
  currentTab: CaseTab,
  content: Slot,
  options: CaseLayoutOptions = {},
): Html {
  const { title = ja.supportCase.tabs[currentTab], actions, status } = options;
  const children = (
    <Stack>
      <CaseHeader {...headerOf(frame)} tabs={tabsOf(frame.case.id, currentTab)} actions={actions} />
      {content}
    </Stack>
  );
  return renderPage(page, {
    title: `${title}（${frame.case.number}）`,
    width: 'wide',
    children,
    ...(status === undefined ? {} : { status }),
  });
}

function tabsOf(caseId: string, currentTab: CaseTab): CaseHeaderProps['tabs'] {
  return TABS.map(({ tab, path }) => ({
    label: ja.supportCase.tabs[tab],
    href: `/cases/${caseId}${path}`,
    current: tab === currentTab,
  }));
}

function headerOf({
  case: supportCase,
  person,
  team,
  nextStep,
  today,
}: CaseFrameView): Omit<CaseHeaderProps, 'tabs' | 'actions'> {
  const { status } = supportCase;
  return {
    name: person.name,
    kana: person.kana,
    age: ageText(person.age),
    number: supportCase.number,
    groups: person.groups,
    status: { label: ja.codes.caseStatus[status], phase: phaseOfCase[status] },
    protectedUntil: person.protectedUntil === null ? undefined : formatWareki(person.protectedUntil),
    consent: {
      text: ja.supportCase.sharing[person.sharing],
      tone: person.sharing === 'in_force' ? 'success' : 'warning',
    },
    clocks: person.clocks.map(({ name, daysLeft }) => ({ label: name, daysLeft })),
    team: team.map(({ name, side, role }) => ({ name, side, role })),
    ended: supportCase.closedOn === null ? undefined : formatWareki(supportCase.closedOn),
    nextStep: nextStep
      ? {
          text: nextStep.title,
          side: nextStep.side,
          owner: nextStep.ownerName ?? undefined,
          due: nextStep.dueOn === null ? undefined : formatWareki(nextStep.dueOn),
          overdue: nextStep.dueOn !== null && nextStep.dueOn < today,
          href: nextStep.href,
        }
      : undefined,
  };
}

/** 42歳, 40代; nothing where neither is known. */
export function ageText({ years, band }: CaseFrameView['person']['age']): string | undefined {
  if (years !== null) return `${years}${ja.common.units.years}`;
  return band === null ? undefined : ja.supportCase.ageBand[band];
}
