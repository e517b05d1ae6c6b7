import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '#access';
import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, phaseOfCase, StatusBadge, Table } from '#ui';
import { type Jobseeker, type PersonPanel, PersonPanels } from '../../jobseekers/index.js';
import type { PageContext } from '../../platform/pages/index.js';
import type { SupportCase } from '../support-cases.repository.js';
import { SupportCasesService } from '../support-cases.service.js';

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
        title="支援期間"
        id="periods"
        actions={
          mayOpen ? (
            <ButtonLink text="支援期間を開始" href={`/cases/new?jobseeker=${person.id}`} variant="text" size="small" />
          ) : null
        }
      >
        <Table
          caption="支援期間"
          captionHidden
          dense
          phone="cards"
          rows={items}
          empty="表示できる支援期間はありません。"
          columns={[
            {
              header: '支援番号',
              rowHeader: true,
              text: ({ number }: SupportCase) => number,
              href: ({ id }: SupportCase) => `/cases/${id}`,
            },
            {
              header: '状態',
              cell: ({ status }: SupportCase) => (
                <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />
              ),
            },
            {
              header: '期間',
              text: ({ openedOn, closedOn }: SupportCase) =>
                `${formatWareki(openedOn)}から${closedOn === null ? '' : `${formatWareki(closedOn)}まで`}`,
            },
            { header: '事業', text: ({ programme }: SupportCase) => programme.name },
          ]}
        />
      </Card>
    );
  }
}
