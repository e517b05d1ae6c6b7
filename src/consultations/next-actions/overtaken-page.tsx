import { formatMoment, type IsoDate } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, Notice, PageHeading, Stack } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { NextActionList } from '../pages/shared/next-action-list.js';
import type { StandingAction } from './next-actions.service.js';

export interface OvertakenView {
  readonly action: StandingAction;
  /** The page the button stood on. */
  readonly back: string;
  readonly today: IsoDate;
}

/** Somebody was faster with a next action: who, when and what they did, and the action as it stands now. */
export function overtakenPage(page: PageContext, { action, back, today }: OvertakenView): Html {
  const title = '次の行動は先に更新されています';
  const children = (
    <Stack>
      <PageHeading title={title} back={{ text: '前の画面', href: back }} />
      <Notice tone="warn" title={whatHappened(action, page.actor.staffId)} text="今の操作は記録していません。" live />
      <Card>
        <NextActionList actions={[action]} today={today} csrfToken={page.csrfToken} back={back} />
      </Card>
      <ButtonLink text="前の画面に戻る" href={back} variant="primary" />
    </Stack>
  );
  return renderPage(page, { title, status: 409, children });
}

function whatHappened({ changedBy, changedAt, title, state }: StandingAction, ownId: string): string {
  const who = changedBy === null ? 'システム' : changedBy.id === ownId ? 'あなた' : `${changedBy.name}さん`;
  const what = state === 'open' ? '変更しました' : `「${ja.codes.planStepState[state]}」にしました`;
  return `${who}が${formatMoment(changedAt)}に「${title}」を${what}。`;
}
