import { addDays, formatWareki, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, CaseAxis, Columns, Inline, phaseOfCase, SideMark, type Slot, Stack, Timeline } from '#ui';
import type { CaseFrameView } from '../../support-cases/index.js';
import type { TimelinePage } from '../../timeline/index.js';
import type { StatusStretch } from './case-axis.query.js';
import { changeText, entryOf } from './case-file.presenter.js';
import type { PromiseLine, SinceLastSeen } from './since-last-seen.query.js';

const words = ja.screens.workspaces;

export interface CaseFileView {
  readonly frame: CaseFrameView;
  readonly lines: TimelinePage;
  readonly since: SinceLastSeen;
  readonly stretches: readonly StatusStretch[];
  /** Whether this is the newest page of the timeline. */
  readonly first: boolean;
}

export function caseFile({ frame, lines, since, stretches, first }: CaseFileView): Slot {
  const { id } = frame.case;
  return (
    <Stack>
      {first ? (
        <>
          <Columns layout="even">
            <Since since={since} />
            <Promises promises={since.promises} today={frame.today} />
          </Columns>
          <Course frame={frame} stretches={stretches} />
        </>
      ) : (
        ''
      )}
      <Card title={words.course} actions={<Actions caseId={id} jobseekerId={frame.person.id} />}>
        <Timeline entries={lines.items.map((line) => entryOf(line, id))} empty={words.noneYet} />
        {lines.next === undefined ? (
          ''
        ) : (
          <ButtonLink text={words.earlierCourse} href={`/cases/${id}?after=${lines.next}`} variant="secondary" />
        )}
      </Card>
    </Stack>
  );
}

function Since({ since: { lastOn, changes } }: { since: SinceLastSeen }): JSX.Element {
  return (
    <Card title={lastOn === null ? words.changesSoFar : fill(words.changesSince, { day: formatWareki(lastOn) })}>
      {changes.length === 0 ? (
        <p class="muted">{words.nothingByOthers}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li safe>{changeText(change)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Promises({ promises, today }: { promises: readonly PromiseLine[]; today: IsoDate }): JSX.Element {
  return (
    <Card title={words.recentPromises}>
      {promises.length === 0 ? (
        <p class="muted">{words.noPromise}</p>
      ) : (
        <ul>
          {promises.map(({ title, dueOn, state, owner, side }) => (
            <li>
              <span safe>{`${title}　${owner ?? ''}`}</span> <SideMark side={side} short />
              <br />
              <span class={state === 'open' && dueOn < today ? 'overdue' : 'muted'} safe>
                {fill(words.dueAndState, {
                  due: formatWareki(dueOn),
                  state: state === 'open' && dueOn < today ? words.overdue : ja.timeline.ended[state],
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Course({ frame, stretches }: { frame: CaseFrameView; stretches: readonly StatusStretch[] }): JSX.Element {
  const { openedOn, closedOn } = frame.case;
  const to = closedOn ?? frame.today;
  if (stretches.length === 0) return '';
  return (
    <Card>
      <CaseAxis
        title={words.stages}
        from={openedOn}
        to={to > openedOn ? to : addDays(openedOn, 1)}
        today={frame.today}
        stretches={stretches.map(({ status, from, to: until }) => ({
          label: ja.codes.caseStatus[status],
          phase: phaseOfCase[status],
          from,
          ...(until === null ? {} : { to: until }),
        }))}
      />
    </Card>
  );
}

function Actions({ caseId, jobseekerId }: { caseId: string; jobseekerId: string }): JSX.Element {
  return (
    <Inline>
      <ButtonLink
        text={words.logConsultation}
        href={`/consultations/new?case=${caseId}&jobseeker=${jobseekerId}`}
        variant="secondary"
      />
      <ButtonLink text={words.jobseekersRecord} href={`/jobseekers/${jobseekerId}`} variant="secondary" />
      <ButtonLink text={ja.screens.consents.ledger} href={`/jobseekers/${jobseekerId}/sharing`} variant="secondary" />
    </Inline>
  );
}
