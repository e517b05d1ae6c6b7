import { formatWareki, isIsoDate, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { activityOf, subjectOf } from '#activity';
import { fill, ja } from '#messages';
import type { TimelineEntry } from '#ui';
import type { TimelineLine } from '../../timeline/index.js';

/** A line of the timeline in words; a kind without words shows itself, so that nothing is hidden. */
export function entryOf(line: TimelineLine, caseId: string): TimelineEntry {
  const { recordedAt } = line;
  const known = activityOf(line.kind);
  const { noun, title } = known?.words ?? { noun: '', title: line.kind };
  const parts = [aboutText(line), detailOf(line.data)].filter((part) => part !== undefined);
  const detail = parts.length === 0 ? undefined : parts.join('　');
  // 「相談　相談」 says nothing twice: what it was about takes the place of the title.
  const told = title === noun && detail !== undefined ? { title: detail } : { title, detail };
  return {
    day: line.occurredOn,
    time: tokyoDateOf(recordedAt) === line.occurredOn ? tokyoTimeOf(recordedAt) : undefined,
    who: line.by ?? undefined,
    icon: known?.icon ?? 'info',
    kind: noun,
    ...told,
    ...(line.kind === 'case.transitioned' ? { title: transitionText(line.data) ?? title } : {}),
    href: subjectOf(line.subjectType).link?.({ id: line.subjectId, caseId }) ?? undefined,
    tone: known?.tone,
  };
}

/** 「株式会社見本製作所（組立工）」 */
function aboutText({ about }: TimelineLine): string | undefined {
  return about === null ? undefined : about.job === null ? about.employer : `${about.employer}（${about.job}）`;
}

/** Which list of codes tells a value's Japanese, by the name it is recorded under. */
const CODE_LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...ja.codes.consultationKind, ...ja.codes.consentKind },
  channel: ja.codes.channel,
  groupCode: ja.codes.targetGroup,
  outcome: ja.codes.referralOutcome,
  route: ja.codes.placementRoute,
  employmentType: ja.codes.employmentType,
  closeReason: ja.codes.closeReason,
  state: ja.timeline.ended,
};

/** 「支援中 → 就職」 */
function transitionText({ from, to }: TimelineLine['data']): string | undefined {
  const [after] = wordOf(ja.codes.caseStatus, to);
  const [before] = wordOf(ja.codes.caseStatus, from);
  return after === undefined ? undefined : before === undefined ? after : `${before} → ${after}`;
}

/** Days that a line tells, by the name they are recorded under. */
const DAYS: Readonly<Record<string, string>> = {
  startsOn: ja.timeline.startsOn,
  interviewOn: ja.timeline.interviewOn,
  movedFrom: ja.timeline.movedFrom,
};

/** The other recorded codes in words. */
function detailOf(data: TimelineLine['data']): string | undefined {
  const parts = Object.entries(data).flatMap(([name, value]): string[] => {
    if (name === 'attemptNo' && typeof value === 'number') return [fill(ja.timeline.attempt, { attemptNo: value })];
    if (name === 'members' && typeof value === 'number') return [fill(ja.timeline.members, { members: value })];
    const day = DAYS[name];
    if (day !== undefined)
      return typeof value === 'string' && isIsoDate(value) ? [fill(day, { day: formatWareki(value) })] : [];
    if (name === 'outcomes' && Array.isArray(value))
      return value.flatMap((code) => wordOf(ja.codes.consultationOutcome, code));
    const list = CODE_LISTS[name];
    return list ? wordOf(list, value) : [];
  });
  return parts.length === 0 ? undefined : parts.join('・');
}

function wordOf(list: Readonly<Record<string, string>>, code: unknown): string[] {
  const word = typeof code === 'string' && Object.hasOwn(list, code) ? list[code] : undefined;
  return word === undefined ? [] : [word];
}

/** 「相談 2件（国側）」 */
export function changeText({
  kind,
  side,
  count,
}: {
  kind: string;
  side: 'municipal' | 'national' | null;
  count: number;
}): string {
  const title = activityOf(kind)?.words.title ?? kind;
  return side === null
    ? fill(ja.screens.workspaces.countOfKind, { title, count })
    : fill(ja.screens.workspaces.countOfKindAndSide, { title, count, side: ja.codes.side[side] });
}
