import { daysBetween, type IsoDate, shortWareki } from '#kernel';
import { fill, ja } from '#messages';
import type { Party } from '#ui';
import { agoText } from '../case-rows/cells.js';
import type { PersonColumns } from '../case-rows/case-row.sql.js';
import { type DueLine, type HomeView, MOST, SOON_DAYS, type StalledLine, type WaitingRequest } from './home.query.js';

/** A row of a home, whatever waits: the person, since when or until when, what comes next and whose it is. */
export interface HomeRow {
  readonly person: PersonColumns;
  readonly href: string;
  /** The case whose summary can be shown beside the list. */
  readonly caseId: string | null;
  readonly when: string;
  readonly whenNote: string;
  readonly todo: string;
  readonly todoNote: string;
  readonly owners: readonly { readonly name: string; readonly side: Party }[];
}

type GroupId = keyof typeof ja.caseload.home.whenHeader;

/** Rows under one heading. */
export interface HomeGroup {
  /** Where the page jumps to. */
  readonly id: GroupId;
  readonly name: string;
  readonly tone: 'error' | 'warning' | 'info' | 'plain';
  readonly rows: readonly HomeRow[];
  /** There are more than the rows shown. */
  readonly isCut: boolean;
}

const words = ja.caseload;

/** The groups that hold anything, in the order of their urgency. */
export function groupsOf({ due, stalled, requests }: HomeView, today: IsoDate): HomeGroup[] {
  const group = <Line>(
    id: GroupId,
    name: string,
    tone: HomeGroup['tone'],
    lines: readonly Line[],
    row: (line: Line, today: IsoDate) => HomeRow,
  ): HomeGroup => ({
    id,
    name,
    tone,
    rows: lines.slice(0, MOST).map((line) => row(line, today)),
    isCut: lines.length > MOST,
  });
  const dueIn = (when: DueLine['when']): DueLine[] => due.filter((line) => line.when === when);
  return [
    group('overdue', words.home.overdue, 'error', dueIn('overdue'), dueRow),
    group('today', words.home.today, 'warning', dueIn('today'), dueRow),
    group('soon', fill(words.home.soon, { days: SOON_DAYS }), 'plain', dueIn('soon'), dueRow),
    group('stalled', words.home.stalled, 'plain', stalled, stalledRow),
    group(
      'new-requests',
      words.home.newRequests,
      'info',
      requests.filter(({ isOurs }) => isOurs),
      requestRow,
    ),
    group(
      'own-requests',
      words.home.ownRequests,
      'plain',
      requests.filter(({ isOurs }) => !isOurs),
      requestRow,
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** 「12件」「100件以上」 */
export function countText({ rows, isCut }: HomeGroup): string {
  return fill(isCut ? words.home.countOrMore : words.count, { count: rows.length });
}

function dueRow(line: DueLine, today: IsoDate): HomeRow {
  const { caseId, dueOn, kind, owner, side } = line;
  const kindText = words.dueKind[kind];
  return {
    person: line,
    href: caseId === null ? `/jobseekers/${line.jobseekerId}` : `/cases/${caseId}`,
    caseId,
    when: shortWareki(dueOn),
    whenNote: dueOn < today ? fill(words.late, { days: daysBetween(dueOn, today) }) : agoText(dueOn, today),
    todo: line.title ?? kindText,
    todoNote: line.title === null ? '' : kindText,
    owners:
      side === null
        ? []
        : [{ name: owner ?? (side === 'jobseeker' ? ja.codes.planStepOwner.jobseeker : words.nobody), side }],
  };
}

function stalledRow(line: StalledLine, today: IsoDate): HomeRow {
  const { caseId, why, amount, next, leads } = line;
  return {
    person: line,
    href: `/cases/${caseId}`,
    caseId,
    when: why === 'silent' ? fill(words.home.days, { days: amount }) : fill(words.home.letters, { amount }),
    whenNote: words.home[why === 'silent' && line.lastConsultation === null ? 'neverSpoken' : why],
    todo: next?.title ?? words.noNext,
    todoNote:
      next === null || next.dueOn === null
        ? ''
        : fill(next.dueOn < today ? ja.screens.workspaces.untilOverdue : ja.screens.workspaces.until, {
            day: shortWareki(next.dueOn),
            overdue: words.overdue,
          }),
    owners: next === null ? leads : [{ name: next.owner ?? words.nobody, side: next.side }],
  };
}

function requestRow(line: WaitingRequest): HomeRow {
  const { requestId, caseId, waitingDays, wanted, to } = line;
  return {
    person: line,
    href: `/requests/${requestId}`,
    caseId,
    when: fill(words.home.days, { days: waitingDays }),
    whenNote: words.home.waiting,
    todo: wanted,
    todoNote: '',
    owners: [to],
  };
}
