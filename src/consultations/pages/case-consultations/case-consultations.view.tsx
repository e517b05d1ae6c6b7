import { ja } from '#messages';
import { ButtonLink, Card, EmptyState, Link, Stack } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { caseLayout, type CaseFrameView } from '../../../support-cases/index.js';
import type { ConsultationPage } from '../../consultations.service.js';
import type { NextActionLine } from '../../next-actions/next-action-line.js';
import { ConsultationBody, occasionText } from '../shared/consultation-body.js';
import { NextActionList } from '../shared/next-action-list.js';

const words = ja.screens.consultations;

export interface CaseConsultationsView {
  readonly frame: CaseFrameView;
  readonly consultations: ConsultationPage;
  /** Open ones of the case. */
  readonly actions: readonly NextActionLine[];
  readonly isFirst: boolean;
}

export function caseConsultationsPage(
  page: PageContext,
  { frame, consultations, actions, isFirst }: CaseConsultationsView,
): Html {
  const { id } = frame.case;
  const here = `/cases/${id}/consultations`;
  const { items, next } = consultations;
  const content = (
    <Stack>
      {isFirst && actions.length > 0 ? (
        <Card title={words.nextActions}>
          <NextActionList actions={actions} today={frame.today} csrfToken={page.csrfToken} back={here} />
        </Card>
      ) : null}
      {items.length === 0 ? (
        <EmptyState text={words.noneInCase} action={{ text: words.log, href: `/consultations/new?case=${id}` }} />
      ) : null}
      {items.map((item) => (
        <Card
          title={occasionText(item)}
          actions={<Link href={`/consultations/${item.id}`} text={words.openRecord} context={occasionText(item)} />}
        >
          <ConsultationBody view={item} organisationName={page.actor.organisationName} />
        </Card>
      ))}
      {next === undefined ? null : <ButtonLink text={words.earlier} href={`${here}?after=${next}`} />}
    </Stack>
  );
  return caseLayout(page, frame, 'consultations', content, {
    actions: <ButtonLink text={words.log} href={`/consultations/new?case=${id}`} variant="primary" icon="plus" />,
  });
}
