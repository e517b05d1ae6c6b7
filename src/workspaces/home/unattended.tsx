import { type IsoDate, shortWareki } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, type Column, Table } from '#ui';
import type { UnattendedTask } from '../../support-teams/index.js';
import { type Unattended, UNATTENDED_SHOWN } from './unattended.query.js';

const words = ja.departure.unattended;

interface Row {
  readonly name: string;
  readonly href: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate | null;
}

/** 担当者不在: the supervisor's home opens with it; nothing is shown where everything has somebody. */
export function UnattendedCard({ unattended: { cases, tasks } }: { unattended: Unattended }): JSX.Element {
  const rows: Row[] = [
    ...cases.slice(0, UNATTENDED_SHOWN).map(({ caseId, name, number, lastLead, leftOn }): Row => ({
      name,
      href: `/cases/${caseId}/team`,
      what: number,
      who: lastLead ?? words.never,
      since: leftOn,
    })),
    ...tasks.slice(0, UNATTENDED_SHOWN).map(taskRow),
  ];
  if (rows.length === 0) return '';
  const isCut = cases.length > UNATTENDED_SHOWN || tasks.length > UNATTENDED_SHOWN;
  const title = `${words.title}　${fill(isCut ? words.more : words.count, { count: rows.length })}`;
  return (
    <Card
      title={title}
      id="unattended"
      tone="error"
      actions={<ButtonLink text={words.seeAll} href="/unattended-cases" variant="primary" />}
    >
      <Table caption={title} captionHidden dense phone="cards" walkable rows={rows} empty="" columns={COLUMNS} />
    </Card>
  );
}

function taskRow({ kind, caseId, jobseekerId, name, title, dueOn, owner }: UnattendedTask): Row {
  const what = title ?? ja.departure.kinds[kind];
  return {
    name,
    href: caseId === null ? `/jobseekers/${jobseekerId}` : `/cases/${caseId}`,
    what: fill(words.task, { what, day: shortWareki(dueOn) }),
    who: owner,
    since: null,
  };
}

const COLUMNS: Column<Row>[] = [
  { header: words.columns.name, rowHeader: true, text: ({ name }) => name, href: ({ href }) => href },
  { header: words.columns.what, width: 'wide', text: ({ what }) => what },
  { header: words.columns.lastLead, text: ({ who }) => who },
  {
    header: words.columns.since,
    width: 'narrow',
    text: ({ since }) => (since === null ? null : shortWareki(since)),
  },
];
