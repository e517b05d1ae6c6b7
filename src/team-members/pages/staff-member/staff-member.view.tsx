import { type IsoDate, formatMoment, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, DateBoxes, Form, KeyValues, PageHeading, Stack, SubmitRow } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  formState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import type { ResetStanding } from '../../password-resets/password-resets.service.js';
import type { ManagedStaff } from '../../staff.repository.js';
import { type DeskChoice, DeskSelect, StaffFieldset } from '../staff-fields.js';
import { employmentStatus } from '../employment-status.js';
import { PasswordCard } from './password-card.js';

const words = ja.screens.teamMembers;

/** The forms of the page; each shows its own refusal. */
export type MemberForm = 'edit' | 'site' | 'password';

export interface MemberView {
  readonly member: ManagedStaff;
  readonly reset: ResetStanding;
  readonly desks: readonly DeskChoice[];
  readonly today: IsoDate;
  readonly tried: { readonly form: MemberForm; readonly state: FormState } | undefined;
}

export function memberPage(page: PageContext, view: MemberView): Html {
  const { member, today } = view;
  const isSelf = member.id === page.actor.staffId;
  const hasLeft = member.employedUntil !== null && member.employedUntil <= today;
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={member.name}
        lead={employmentStatus(member, today).text}
        back={{ text: words.staff, href: '/staff' }}
      />
      <Card>
        <KeyValues
          items={[
            { term: words.login, text: member.login },
            { term: words.role, text: ja.codes.role[member.role] },
            { term: words.startsOn, text: formatWareki(member.employedFrom) },
            { term: words.signIn, text: signInText(member) },
          ]}
        />
      </Card>
      <EditCard page={page} view={view} />
      {isSelf || hasLeft ? (
        ''
      ) : (
        <PasswordCard page={page} member={member} reset={view.reset} form={formOf(view, 'password', {})} />
      )}
      {isSelf || hasLeft ? '' : <SiteCard page={page} view={view} />}
      {isSelf ? '' : <DepartureCard page={page} view={view} />}
    </Stack>
  );
  return renderPage(page, { title: member.name, width: 'reading', children });
}

function signInText({ lockedUntil, mustChangePassword, temporaryUntil }: ManagedStaff): string {
  if (lockedUntil !== null) return fill(words.lockedUntil, { moment: formatMoment(lockedUntil) });
  if (temporaryUntil !== null) return fill(words.temporaryUntil, { moment: formatMoment(temporaryUntil) });
  return mustChangePassword ? words.stillTemporary : words.usual;
}

interface CardProps {
  readonly page: PageContext;
  readonly view: MemberView;
}

const formOf = ({ tried }: MemberView, form: MemberForm, initial: Readonly<Record<string, unknown>>): FormState =>
  tried?.form === form ? tried.state : formState(initial);
const hrefOf = ({ member }: MemberView): string => `/staff/${member.id}`;

function EditCard({ page, view }: CardProps): JSX.Element {
  const { member, desks } = view;
  const form = formOf(view, 'edit', { ...member, deskId: member.atSite?.deskId ?? '' });
  return (
    <Card title={words.details}>
      <FormProblems form={form} currentHref={hrefOf(view)} />
      <Form action={hrefOf(view)} csrfToken={page.csrfToken} hidden={{ version: form.version(member.version) }}>
        <StaffFieldset form={form} desks={desks} />
        <SubmitRow />
      </Form>
    </Card>
  );
}

function SiteCard({ page, view }: CardProps): JSX.Element {
  const { member, today, desks } = view;
  const works = member.atSite !== null && (member.atSite.endsOn === null || member.atSite.endsOn > today);
  if (works) return '';
  const form = formOf(view, 'site', { startsOn: today });
  const hidden = { version: form.version(member.version) };
  return (
    <Card title={words.beginAtSiteTitle} id="site">
      <FormProblems form={form} currentHref={hrefOf(view)} idPrefix="site" />
      <Form action={`${hrefOf(view)}/site-assignment`} csrfToken={page.csrfToken} hidden={hidden}>
        <DateBoxes
          name="startsOn"
          label={words.beginsOn}
          required
          value={form.date('startsOn')}
          error={form.error('startsOn')}
          idPrefix="site"
        />
        <DeskSelect form={form} desks={desks} idPrefix="site" />
        <SubmitRow save={words.beginAtSite} variant="secondary" />
      </Form>
    </Card>
  );
}

/** 離任・異動 are a page of their own: what is open is settled there. */
function DepartureCard({ view }: CardProps): JSX.Element {
  return (
    <Card title={ja.departure.title} id="departure" tone="warning">
      <ButtonLink text={ja.departure.title} href={`${hrefOf(view)}/departure`} variant="secondary" />
    </Card>
  );
}
