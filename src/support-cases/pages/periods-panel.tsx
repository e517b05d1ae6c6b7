import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '#access';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, phaseOfCase, StatusBadge, Table } from '#ui';
import { type Jobseeker, type PersonPanel, PersonPanels } from '../../jobseekers/index.js';
import type { PageContext } from '../../platform/pages/index.js';
import type { SupportCase } from '../support-cases.repository.js';
import { SupportCasesService } from '../support-cases.service.js';

const words = ja.screens.supportCases;

const POSITION = 10;

/** 支援期間 on a person's page: the way from the person to the case. */
@Injectable()
export class PeriodsPanel implements PersonPanel, OnModuleInit {
  readonly position = POSITION;

  constructor(
    private readonly panels: PersonPanels,
    private readonly cases: SupportCasesService,
  ) {}

  onModuleInit(): void {
    this.panels.add(this);
  }

  async render(page: PageContext, person: Jobseeker): Promise<JSX.Element> {
    const { items } = await this.cases.list(page.actor, { jobseekerId: person.id });
    const mayOpen = may(page.actor, 'case.open') && items.every(({ status }) => status === 'closed');
    return (
      <Card
        title={words.periods}
        id="periods"
        actions={
          mayOpen ? (
            <ButtonLink
              text={words.openPeriod}
              href={`/cases/new?jobseeker=${person.id}`}
              variant="text"
              size="small"
            />
          ) : null
        }
      >
        <Table
          caption={words.periods}
          captionHidden
          dense
          phone="cards"
          rows={items}
          empty={words.noPeriodInSight}
          columns={[
            {
              header: words.caseNumber,
              rowHeader: true,
              text: ({ number }: SupportCase) => number,
              href: ({ id }: SupportCase) => `/cases/${id}`,
            },
            {
              header: words.status,
              cell: ({ status }: SupportCase) => (
                <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />
              ),
            },
            {
              header: words.period,
              text: ({ openedOn, closedOn }: SupportCase) =>
                fill(words.sinceAnd, {
                  day: formatWareki(openedOn),
                  rest: closedOn === null ? '' : fill(words.until, { day: formatWareki(closedOn) }),
                }),
            },
            { header: words.programme, text: ({ programme }: SupportCase) => programme.name },
          ]}
        />
      </Card>
    );
  }
}
