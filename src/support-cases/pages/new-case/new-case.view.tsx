import { formatWareki } from '#kernel';
import { ja } from '#messages';
import {
  BlockedReasons,
  Card,
  Checkbox,
  DateBoxes,
  ErrorSummary,
  Form,
  PageHeading,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import { TEAM_ROLE_MAX, USUAL_ROLES } from '#domain/support-case';
import type { Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SupportCase } from '../../support-cases.repository.js';

export interface NewCaseView {
  readonly person: Jobseeker;
  readonly site: Site;
  /** The person's earlier periods, as far as the viewer may see them. */
  readonly periods: readonly SupportCase[];
  readonly form: FormState;
}

export function newCasePage(page: PageContext, { person, site, periods, form }: NewCaseView): Html {
  const name = `${person.familyName} ${person.givenName}`;
  const personHref = `/jobseekers/${person.id}`;
  const desks = site.desks.filter(({ closedOn }) => closedOn === null);
  const children = (
    <Stack>
      <PageHeading
        title="支援期間を開始する"
        lead={`${name}さん（${person.number}）`}
        back={{ text: `${name}さんの記録`, href: personHref }}
      />
      <ErrorSummary errors={form.summary} />
      <BlockedReasons title="いまは開始できません" reasons={form.reasons.map((text) => ({ text }))} />
      <Card>
        <Form
          action="/cases"
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ jobseekerId: person.id }}
        >
          <Select
            name="programmeId"
            label="事業・プログラム"
            required
            width="long"
            blank={site.programmes.length === 1 ? undefined : '（選択）'}
            options={site.programmes.map((programme) => ({ value: String(programme.id), label: programme.name }))}
            value={form.value('programmeId')}
            error={form.error('programmeId')}
          />
          <DateBoxes
            name="openedOn"
            label="支援開始日"
            required
            value={form.date('openedOn')}
            error={form.error('openedOn')}
          />
          <Select
            name="deskId"
            label="窓口"
            blank="（指定なし）"
            options={desks.map((desk) => ({ value: String(desk.id), label: desk.name }))}
            value={form.value('deskId')}
            error={form.error('deskId')}
          />
          <TextField
            name="role"
            label="自分の役割"
            required
            maxlength={TEAM_ROLE_MAX}
            support={`例：${USUAL_ROLES.join('、')}`}
            value={form.value('role')}
            error={form.error('role')}
          />
          <Checkbox
            name="teamSupport"
            label="初日からチーム支援として数える"
            value="true"
            marked={false}
            checked={form.checked('teamSupport')}
            error={form.error('teamSupport')}
          />
          <SubmitRow save="開始する" cancelHref={personHref} />
        </Form>
      </Card>
      {periods.length === 0 ? null : <EarlierPeriods periods={periods} />}
    </Stack>
  );
  return renderPage(page, { title: '支援期間を開始する', children });
}

function EarlierPeriods({ periods }: { periods: readonly SupportCase[] }): JSX.Element {
  return (
    <Card title="これまでの支援期間">
      <Table
        caption="これまでの支援期間"
        captionHidden
        rows={periods}
        empty="ありません。"
        columns={[
          {
            header: '支援番号',
            rowHeader: true,
            text: ({ number }: SupportCase) => number,
            href: ({ id }: SupportCase) => `/cases/${id}`,
          },
          { header: '事業', text: ({ programme }: SupportCase) => programme.name },
          {
            header: '期間',
            text: ({ openedOn, closedOn }: SupportCase) =>
              `${formatWareki(openedOn)}から${closedOn === null ? '' : formatWareki(closedOn)}`,
          },
          { header: '状態', text: ({ status }: SupportCase) => ja.codes.caseStatus[status] },
        ]}
      />
    </Card>
  );
}
