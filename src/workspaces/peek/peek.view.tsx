import { may, type StaffActor } from '#access';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  Badge,
  Badges,
  ButtonLink,
  ClockBadge,
  Inline,
  KeyValues,
  Peek,
  Person,
  phaseOfCase,
  ProtectedBadge,
  StatusBadge,
  Timeline,
} from '#ui';
import { Html } from '../../platform/http/index.js';
import type { CaseFrameView } from '../../support-cases/index.js';
import type { TimelinePage } from '../../timeline/index.js';
import { entryOf } from '../case-file/case-file.presenter.js';

const words = ja.screens.workspaces;

export interface CasePeekView {
  readonly frame: CaseFrameView;
  /** The newest lines of the course. */
  readonly lines: TimelinePage;
}

/** What one wants to know before opening the case, in the order of its header. */
export function casePeek(actor: StaffActor, { frame, lines }: CasePeekView): Html {
  const { person, team, case: supportCase } = frame;
  const markup = (
    <Peek title={person.name} href={`/cases/${supportCase.id}`}>
      <p class="muted" safe>{`${person.kana}　${supportCase.number}`}</p>
      <Marks frame={frame} />
      <KeyValues
        dense
        items={[
          { term: words.nextStep, content: <NextStep frame={frame} /> },
          {
            term: words.team,
            content:
              team.length === 0 ? (
                ''
              ) : (
                <Inline>
                  {team.map(({ name, side, role }) => (
                    <Person name={name} side={side} detail={role} />
                  ))}
                </Inline>
              ),
          },
          { term: words.openedOn, text: formatWareki(supportCase.openedOn) },
          ...(supportCase.closedOn === null
            ? []
            : [{ term: words.closedOn, text: formatWareki(supportCase.closedOn) }]),
        ]}
      />
      <Timeline entries={lines.items.map((line) => entryOf(line, supportCase.id))} />
      <Inline>
        <ButtonLink text={words.openCase} href={`/cases/${supportCase.id}`} size="small" />
        {may(actor, 'consultation.log') ? (
          <ButtonLink
            text={words.logConsultation}
            href={`/consultations/new?case=${supportCase.id}&jobseeker=${person.id}`}
            variant="secondary"
            size="small"
          />
        ) : (
          ''
        )}
      </Inline>
    </Peek>
  );
  return new Html(String(markup));
}

function Marks({
  frame: {
    case: { status },
    person,
  },
}: {
  frame: CaseFrameView;
}): JSX.Element {
  return (
    <div class="case-marks">
      <StatusBadge label={ja.codes.caseStatus[status]} phase={phaseOfCase[status]} />
      {person.protectedUntil === null ? '' : <ProtectedBadge until={formatWareki(person.protectedUntil)} />}
      <Badge
        text={ja.supportCase.sharing[person.sharing]}
        tone={person.sharing === 'in_force' ? 'success' : 'warning'}
        icon="consent"
      />
      {person.clocks.map(({ name, daysLeft }) => (
        <ClockBadge label={name} daysLeft={daysLeft} />
      ))}
      <Badges texts={person.groups} />
    </div>
  );
}

function NextStep({ frame: { nextStep, today } }: { frame: CaseFrameView }): JSX.Element {
  if (nextStep === null) return <span class="muted">{ja.caseload.noNext}</span>;
  const { title, side, ownerName, dueOn } = nextStep;
  return (
    <>
      <span safe>{title}</span>
      <span class="cell-line">
        <Person name={ownerName ?? ja.codes.planStepOwner[side]} side={side} />
        {dueOn === null ? (
          ''
        ) : (
          <span class={dueOn < today ? 'overdue' : 'muted'} safe>
            {fill(words.until, { day: formatWareki(dueOn) })}
          </span>
        )}
      </span>
    </>
  );
}
