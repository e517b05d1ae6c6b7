import { formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { fill, ja } from '#messages';
import { leavingReasons, leavingWithdrawalReasons, nextContactDue, reversalReasons } from '#domain/placement';
import { Badge, Card, KeyValues, Notice, Person, Stack, Timeline } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type PageContext } from '../../../platform/pages/index.js';
import { reasonInWords } from '../../../referrals/index.js';
import { recordLayout } from '../../../support-cases/index.js';
import type { Placement, RetentionContact } from '../../placements.repository.js';
import { ContactForm, LeavingForm, LeavingWithdrawalForm, ReversalForm, saysNotWorking } from './placement.forms.js';
import type { PlacementView } from './placement-view.js';

const words = ja.screens.placements;

export function placementPage(page: PageContext, view: PlacementView): Html {
  const { frame, placement, contacts, refused } = view;
  const stands = placement.reversedOn === null;
  const mayReverse = frame.case !== null && may(page.actor, 'placement.reverse');
  const mayFollowUp = frame.case !== null && may(page.actor, 'follow_up.record');
  const content = (
    <Stack>
      {refused === undefined ? null : (
        <FormProblems form={refused.form} currentHref={`/placements/${placement.id}`} idPrefix={refused.step} />
      )}
      <Card title={words.placement}>
        <Facts placement={placement} />
      </Card>
      <Card title={words.retention} actions={<NextContact placement={placement} contacts={contacts} />}>
        <Timeline entries={contacts.map(entryOf)} empty={words.noContacts} />
      </Card>
      {stands && mayFollowUp ? <ContactForm page={page} view={view} /> : null}
      {mayFollowUp && saysNotWorking(view) ? (
        <Notice tone="warn" title={ja.placement.leaving.notWorking} text={ja.placement.leaving.notWorkingText} />
      ) : null}
      {mayFollowUp && leavingReasons(placement).length === 0 ? <LeavingForm page={page} view={view} /> : null}
      {mayFollowUp && leavingWithdrawalReasons(placement, view).length === 0 ? (
        <LeavingWithdrawalForm page={page} view={view} />
      ) : null}
      {mayReverse && reversalReasons(placement, view).length === 0 ? <ReversalForm page={page} view={view} /> : null}
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: words.placement });
}

function Facts({ placement }: { placement: Placement }): JSX.Element {
  const {
    workplaceName,
    employerId,
    occupation,
    startsOn,
    decidedOn,
    route,
    attemptNo,
    referralId,
    employmentType,
    weeklyHours,
    weeklyDays,
    subsidy,
    by,
  } = placement;
  const { reversedOn, reversalReason, leftOn, leavingReason } = placement;
  return (
    <KeyValues
      items={[
        {
          term: words.workplace,
          text: workplaceName,
          href: employerId === null ? undefined : `/employers/${employerId}`,
        },
        { term: words.occupation, text: occupation },
        { term: words.startsOn, text: formatBoth(startsOn) },
        { term: words.decidedOn, text: formatBoth(decidedOn) },
        { term: words.route, text: ja.codes.placementRoute[route] },
        ...(referralId === null
          ? []
          : [
              {
                term: words.referral,
                text: fill(words.attempt, { number: attemptNo ?? '' }),
                href: `/referrals/${referralId}`,
              },
            ]),
        { term: words.employmentType, text: ja.codes.employmentType[employmentType] },
        { term: words.weeklyHours, text: weeklyHours === null ? null : fill(words.hours, { count: weeklyHours }) },
        { term: words.weeklyDays, text: weeklyDays === null ? null : fill(words.days, { count: weeklyDays }) },
        { term: words.subsidy, text: subsidy },
        { term: words.recordedBy, content: by === null ? undefined : <Person {...by} /> },
        ...(reversedOn === null
          ? []
          : [{ term: words.reversal, text: formatBoth(reversedOn), note: reasonInWords(reversalReason) }]),
        ...(leftOn === null
          ? []
          : [{ term: words.leaving, text: formatBoth(leftOn), note: reasonInWords(leavingReason) }]),
      ]}
    />
  );
}

/** The contact that falls due next, while the person is in the job. */
function NextContact({
  placement,
  contacts,
}: {
  placement: Placement;
  contacts: readonly RetentionContact[];
}): JSX.Element {
  const due = nextContactDue(
    placement,
    contacts.map(({ contactedOn }) => contactedOn),
  );
  return due === null ? '' : <Badge text={fill(words.nextContact, { day: formatWareki(due) })} icon="calendar" />;
}

const channels: Readonly<Record<string, string>> = ja.codes.channel;
const people: Readonly<Record<string, string>> = ja.placement.withWhom;

function entryOf({ contactedOn, withWhom, channel, stillWorking, text, by }: RetentionContact) {
  return {
    day: contactedOn,
    who: by ?? undefined,
    icon: 'placement' as const,
    kind: words.retention,
    title: fill(words.contactLine, {
      whom: people[withWhom] ?? '',
      channel: channels[channel] ?? '',
      state: stillWorking ? words.working : words.notWorking,
    }),
    detail: text === '' ? undefined : text,
    tone: stillWorking ? ('plain' as const) : ('warning' as const),
  };
}
