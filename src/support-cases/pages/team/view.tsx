import { may } from '#access';
import { formatBoth } from '#kernel';
import { Card, Columns, Person, Stack, Table } from '#ui';
import { isAssignedOn } from '#domain/organisation';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../frame/case-frame.js';
import { caseLayout } from '../../frame/case-layout.js';
import type { AssignmentLine, StaffChoice } from '../../team/team.repository.js';
import { Refusal } from '../refusal.js';
import { AssignForm, EndForm, HandOverForm, type RefusedForm, SettingsForm } from './forms.js';

export interface TeamView {
  readonly frame: CaseFrameView;
  readonly site: Site;
  readonly assignments: readonly AssignmentLine[];
  readonly choices: readonly StaffChoice[];
  readonly refused: RefusedForm | undefined;
}

export function teamPage(page: PageContext, { frame, site, assignments, choices, refused }: TeamView): Html {
  const { case: supportCase, today } = frame;
  const over = assignments.filter(({ endsOn }) => endsOn !== null && endsOn <= today);
  const running = assignments.filter((assignment) => !over.includes(assignment));
  const mayChange = supportCase.status !== 'closed' && may(page.actor, 'case.assign');
  const forms = { page, frame, refused };
  const content = (
    <>
      <Refusal form={refused?.form} idPrefix={refused?.name} currentHref={`/cases/${supportCase.id}/team`} />
      <Columns layout="aside">
        <Stack>
          <Card title="支援チーム">
            <Members caption="いまの担当" lines={running} today={today} empty="担当はいません。" />
            {mayChange ? running.filter(({ endsOn }) => endsOn === null).map((assignment) => (
              <>
                <HandOverForm {...forms} assignment={assignment} choices={choices} />
                <EndForm {...forms} assignment={assignment} />
              </>
            )) : null}
          </Card>
          <Card title="これまでの担当">
            <Table
              caption="これまでの担当" captionHidden rows={over} empty="終わった担当はありません。" phone="cards"
              columns={[
                ...WHO,
                { header: '期間', text: ({ startsOn, endsOn }: AssignmentLine) => `${formatBoth(startsOn)}から${endsOn === null ? '' : `${formatBoth(endsOn)}の前日まで`}` },
                { header: '引継ぎの理由', text: ({ handoverReason }: AssignmentLine) => handoverReason },
                { header: '引継ぎ事項', width: 'wide', text: ({ handoverNote }: AssignmentLine) => handoverNote },
              ]}
            />
          </Card>
        </Stack>
        <Stack>
          {mayChange ? (
            <Card title="チームに加える">
              <AssignForm {...forms} choices={choices} />
            </Card>
          ) : null}
          {mayChange ? (
            <Card title="窓口とチーム支援">
              <SettingsForm {...forms} site={site} />
            </Card>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
  return caseLayout(page, frame, 'team', content);
}

const WHO = [
  { header: '職員', rowHeader: true, cell: ({ staffName, side, staffTitle }: AssignmentLine) => <Person name={staffName} side={side} detail={staffTitle} /> },
  { header: '機関', text: ({ organisationName }: AssignmentLine) => organisationName },
  { header: '役割', text: ({ role }: AssignmentLine) => role },
];

interface MembersProps {
  readonly caption: string;
  readonly lines: readonly AssignmentLine[];
  readonly today: string;
  readonly empty: string;
}

function Members({ caption, lines, today, empty }: MembersProps): JSX.Element {
  const since = (line: AssignmentLine): string => `${formatBoth(line.startsOn)}から${isAssignedOn(line, today) ? '' : '（予定）'}`;
  return <Table caption={caption} captionHidden rows={lines} empty={empty} phone="cards" columns={[...WHO, { header: '担当期間', text: since }]} />;
}
