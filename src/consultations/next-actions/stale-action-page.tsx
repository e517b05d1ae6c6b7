import { formatMoment, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, Notice, PageHeading, Stack } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';
import { NextActionList } from '../pages/shared/next-action-list.js';
import type { ChangedAction } from './next-actions.service.js';

const words = ja.screens.consultations;

export interface StaleActionView {
  readonly action: ChangedAction;
  /** The page the button stood on. */
  readonly back: string;
  readonly today: IsoDate;
}

/** Somebody was faster with a next action: who, when and what they did, and the action as it stands now. */
export function staleActionPage(page: PageContext, { action, back, today }: StaleActionView): Html {
  const title = words.overtakenTitle;
  const children = (
    <Stack>
      <PageHeading title={title} back={{ text: words.pageBefore, href: back }} />
      <Notice tone="warn" title={changeText(action, page.actor.staffId)} text={words.notRecorded} live />
      <Card>
        <NextActionList actions={[action]} today={today} csrfToken={page.csrfToken} back={back} />
      </Card>
      <ButtonLink text={words.backToPageBefore} href={back} variant="primary" />
    </Stack>
  );
  return renderPage(page, { title, status: 409, children });
}

function changeText({ changedBy, changedAt, title, state }: ChangedAction, ownId: string): string {
  const who =
    changedBy === null
      ? words.system
      : changedBy.id === ownId
        ? words.you
        : fill(words.personNamed, { name: changedBy.name });
  const what = state === 'open' ? words.changed : fill(words.setTo, { state: ja.codes.planStepState[state] });
  return fill(words.whoDidWhat, { who, moment: formatMoment(changedAt), title, what });
}
