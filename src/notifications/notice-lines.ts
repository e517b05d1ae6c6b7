import type { IsoDate } from '#kernel';

/** One thing somebody was told, as the reader may see it now. */
export interface NotificationRow {
  readonly id: string;
  /** An activity of the registry, or what a job reminds of. */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dueOn: IsoDate | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** Whom and which case it is about, in sight or not; told to nobody. */
  readonly person: string | null;
  readonly supportCase: string | null;
  /** The same where the reader may see them. */
  readonly jobseekerId: string | null;
  readonly name: string | null;
  readonly caseId: string | null;
}

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  /** Null where the reader may not see the person. */
  readonly subjectId: string | null;
  readonly dueOn: IsoDate | null;
  readonly createdAt: Date;
}

/** One line a person and case, however much happened; of what is about nobody (月次報告) one line a kind. */
export interface NotificationLine {
  /** Of the newest notice of the line: reading it reads what was there then. */
  readonly id: string;
  /** The person concerned; null where it is about nobody, or about somebody out of the reader's sight (`hidden`). */
  readonly jobseekerId: string | null;
  readonly name: string | null;
  readonly caseId: string | null;
  readonly hidden: boolean;
  /** The earliest day by which something of it is due. */
  readonly dueOn: IsoDate | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** Newest first. */
  readonly notices: readonly Notice[];
}

/** Unread lines first, newest first. What was read and what came since are two lines. */
export function linesOf(rows: readonly NotificationRow[]): NotificationLine[] {
  const groups = new Map<string, NotificationRow[]>();
  for (const row of rows) {
    const about = row.person === null ? row.kind : `${row.person} ${row.supportCase}`;
    const key = `${about} ${row.readAt === null ? 'unread' : 'read'}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(lineOf).sort(unreadThenNewest);
}

function lineOf(rows: readonly NotificationRow[]): NotificationLine {
  const [newest, ...older] = [...rows].sort((one, other) => newer(other, one));
  if (!newest) throw new Error('a line without a notice');
  const notices = [newest, ...older];
  const hidden = newest.person !== null && newest.jobseekerId === null;
  const due = notices.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  return {
    id: newest.id,
    jobseekerId: newest.jobseekerId,
    name: newest.name,
    caseId: newest.caseId,
    hidden,
    dueOn: due[0] ?? null,
    createdAt: newest.createdAt,
    readAt: newest.readAt,
    notices: notices.map(({ id, kind, subjectType, subjectId, dueOn, createdAt }) => ({
      id,
      kind,
      subjectType,
      subjectId: hidden ? null : subjectId,
      dueOn,
      createdAt,
    })),
  };
}

type Dated = Pick<NotificationRow, 'id' | 'createdAt'>;

const newer = (one: Dated, other: Dated): number =>
  one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);

function unreadThenNewest(one: NotificationLine, other: NotificationLine): number {
  if ((one.readAt === null) !== (other.readAt === null)) return one.readAt === null ? -1 : 1;
  return newer(other, one);
}
