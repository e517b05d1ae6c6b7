import { formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { ja } from '#messages';
import { leavingReasons, leavingWithdrawalReasons, nextContactDue, reversalReasons } from '#domain/placement';
import { Badge, Card, KeyValues, Notice, Person, Stack, Timeline } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type PageContext } from '../../../platform/pages/index.js';
import { reasonInWords } from '../../../referrals/index.js';
import { recordLayout } from '../../../support-cases/index.js';
import type { Placement, RetentionContact } from '../../placements.repository.js';
import { ContactForm, LeavingForm, LeavingWithdrawalForm, ReversalForm, saysNotWorking } from './placement.forms.js';
import type { PlacementView } from './placement-view.js';

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
      <Card title="就職">
        <Facts placement={placement} />
      </Card>
      <Card title="定着支援" actions={<NextContact placement={placement} contacts={contacts} />}>
        <Timeline entries={contacts.map(entryOf)} empty="連絡の記録はまだありません。" />
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
  return recordLayout(page, frame, 'referrals', content, { title: '就職' });
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
        { term: '就職先', text: workplaceName, href: employerId === null ? undefined : `/employers/${employerId}` },
        { term: '職種', text: occupation },
        { term: '就職日', text: formatBoth(startsOn) },
        { term: '就職が決まった日', text: formatBoth(decidedOn) },
        { term: '就職経路', text: ja.codes.placementRoute[route] },
        ...(referralId === null ? [] : [{ term: '紹介', text: `${attemptNo}件目`, href: `/referrals/${referralId}` }]),
        { term: '雇用形態', text: ja.codes.employmentType[employmentType] },
        { term: '週の労働時間', text: weeklyHours === null ? null : `${weeklyHours}時間` },
        { term: '週の日数', text: weeklyDays === null ? null : `${weeklyDays}日` },
        { term: '助成金', text: subsidy },
        { term: '記録した人', content: by === null ? undefined : <Person {...by} /> },
        ...(reversedOn === null
          ? []
          : [{ term: '取消', text: formatBoth(reversedOn), note: reasonInWords(reversalReason) }]),
        ...(leftOn === null ? [] : [{ term: '離職', text: formatBoth(leftOn), note: reasonInWords(leavingReason) }]),
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
  return due === null ? '' : <Badge text={`次の連絡：${formatWareki(due)}`} icon="calendar" />;
}

const channels: Readonly<Record<string, string>> = ja.codes.channel;
const people: Readonly<Record<string, string>> = ja.placement.withWhom;

function entryOf({ contactedOn, withWhom, channel, stillWorking, text, by }: RetentionContact) {
  return {
    day: contactedOn,
    who: by ?? undefined,
    icon: 'placement' as const,
    kind: '定着支援',
    title: `${people[withWhom] ?? ''}に連絡（${channels[channel] ?? ''}）：${stillWorking ? '在職中' : '在職していない'}`,
    detail: text === '' ? undefined : text,
    tone: stillWorking ? ('plain' as const) : ('warning' as const),
  };
}
