import { may } from '#access';
import { addDays, formatBoth, shortWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, type Column, Columns, Person, Stack, Table } from '#ui';
import { isAssignedOn } from '#domain/organisation';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout, Refusal } from '../../../support-cases/index.js';
import type { AssignmentLine, StaffChoice } from '../../support-teams.repository.js';
import { AssignForm, EndForm, HandOverForm, type RefusedForm, SettingsForm, TakeOnButton } from './case-team.forms.js';

const words = ja.screens.supportTeams;

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
          <Card title={words.team}>
            <Members caption={words.assignedNow} lines={running} today={today} empty={words.nobodyAssigned} />
            {mayChange ? <TakeOnButton page={page} frame={frame} assignments={assignments} /> : null}
            {mayChange
              ? running
                  .filter(({ endsOn }) => endsOn === null)
                  .map((assignment) => (
                    <>
                      <HandOverForm {...forms} assignment={assignment} choices={choices} />
                      <EndForm {...forms} assignment={assignment} />
                    </>
                  ))
              : null}
          </Card>
          <Card title={words.assignedBefore}>
            <Table
              caption={words.assignedBefore}
              captionHidden
              rows={over}
              empty={words.noEndedAssignment}
              phone="cards"
              columns={[
                WHO,
                { header: words.role, width: 'narrow', text: ({ role }: AssignmentLine) => role },
                { header: words.period, width: 'narrow', text: pastPeriod },
                { header: words.handOvers, width: 'wide', text: handover },
              ]}
            />
          </Card>
        </Stack>
        <Stack>
          {mayChange ? (
            <Card title={words.addToTeam}>
              <AssignForm {...forms} choices={choices} />
            </Card>
          ) : null}
          {mayChange ? (
            <Card title={words.deskAndTeamSupport}>
              <SettingsForm {...forms} site={site} />
            </Card>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
  return caseLayout(page, frame, 'team', content);
}

const WHO: Column<AssignmentLine> = {
  header: words.staff,
  rowHeader: true,
  cell: ({ staffName, side, staffTitle }) => <Person name={staffName} side={side} detail={staffTitle} />,
};

/** The row names the first day without it; people read the last day with it. */
function pastPeriod({ startsOn, endsOn }: AssignmentLine): string {
  if (endsOn === null || endsOn === startsOn) return shortWareki(startsOn);
  return `${shortWareki(startsOn)}～${shortWareki(addDays(endsOn, -1))}`;
}

function handover({ handoverReason, handoverNote }: AssignmentLine): string {
  return [handoverReason, handoverNote].filter((text) => text !== null).join('　');
}

interface MembersProps {
  readonly caption: string;
  readonly lines: readonly AssignmentLine[];
  readonly today: string;
  readonly empty: string;
}

function Members({ caption, lines, today, empty }: MembersProps): JSX.Element {
  const since = (line: AssignmentLine): string =>
    fill(words.sinceAnd, { day: formatBoth(line.startsOn), rest: isAssignedOn(line, today) ? '' : words.planned });
  const columns: Column<AssignmentLine>[] = [
    WHO,
    { header: words.organisation, text: ({ organisationName }) => organisationName },
    { header: words.role, text: ({ role }) => role },
    { header: words.assignmentPeriod, text: since },
  ];
  return <Table caption={caption} captionHidden rows={lines} empty={empty} phone="cards" columns={columns} />;
}
