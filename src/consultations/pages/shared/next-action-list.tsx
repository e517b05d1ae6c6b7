import { isOverdue } from '#domain/task';
import { type IsoDate, formatWareki } from '#kernel';
import { ja } from '#messages';
import { Badge, Inline, Person, PostButton, Table } from '#ui';
import type { NextActionLine } from '../../next-actions/next-action-line.js';

const words = ja.screens.consultations;

export interface NextActionListProps {
  readonly actions: readonly NextActionLine[];
  readonly today: IsoDate;
  readonly csrfToken: string;
  /** The page to come back to. */
  readonly back: string;
}

/** 次の行動 as a table; the open ones can be ended from it. */
export function NextActionList({ actions, today, csrfToken, back }: NextActionListProps): JSX.Element {
  return (
    <Table
      caption={words.nextActions}
      captionHidden
      rows={actions}
      phone="cards"
      empty={words.noNextAction}
      rowTone={(action) => (action.state !== 'open' ? 'muted' : isOverdue(action, today) ? 'warning' : undefined)}
      columns={[
        { header: words.due, width: 'narrow', text: ({ dueOn }: NextActionLine) => formatWareki(dueOn) },
        { header: words.toDo, rowHeader: true, width: 'wide', text: ({ title }: NextActionLine) => title },
        {
          header: words.owner,
          cell: ({ ownerName, ownerSide }: NextActionLine) => (
            <Person name={ownerName ?? ja.codes.planStepOwner[ownerSide]} side={ownerSide} />
          ),
        },
        { header: words.status, cell: (action: NextActionLine) => <State action={action} today={today} /> },
        {
          header: words.act,
          cell: (action: NextActionLine) =>
            action.state === 'open' ? <Ends action={action} csrfToken={csrfToken} back={back} /> : '',
        },
      ]}
    />
  );
}

function State({ action, today }: { action: NextActionLine; today: IsoDate }): JSX.Element {
  if (isOverdue(action, today)) return <Badge text={words.overdue} tone="error" />;
  const ended = action.doneOn === null ? '' : `（${formatWareki(action.doneOn)}）`;
  return <span safe>{`${ja.codes.planStepState[action.state]}${ended}`}</span>;
}

function Ends({
  action: { id, title, version },
  csrfToken,
  back,
}: {
  action: NextActionLine;
  csrfToken: string;
  back: string;
}): JSX.Element {
  const post = (state: 'done' | 'dropped'): JSX.Element => (
    <PostButton
      action={`/next-actions/${id}/end`}
      csrfToken={csrfToken}
      text={state === 'done' ? words.done : words.dropped}
      variant={state === 'done' ? 'secondary' : 'text'}
      size="small"
      context={title}
      hidden={{ state, version, back }}
    />
  );
  return (
    <Inline>
      {post('done')}
      {post('dropped')}
    </Inline>
  );
}
