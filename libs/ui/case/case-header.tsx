import { fill } from '#messages';
import { Badge, Badges } from '../badges/badge.js';
import { ClockBadge, type CaseClock } from '../badges/clock-badge.js';
import { ProtectedBadge } from '../badges/protected-badge.js';
import { Person, SideMark } from '../badges/side-mark.js';
import { StatusBadge, type Phase } from '../badges/status-badge.js';
import { Link } from '../text/link.js';
import { isFilled, type Party, type Side, type Slot, type Tone } from '../text/types.js';
import { Tabs, type TabItem } from '../lists/tabs.js';
import { words } from '../words.js';

export interface CaseTeamMember {
  name: string;
  side: Side;
  /** Role on this case: 主担当, 通訳 … */
  role?: string | undefined;
}

/** What has to happen next, and whose it is. */
export interface NextStep {
  text: string;
  side: Party;
  owner?: string | undefined;
  /** Due date in words. */
  due?: string | undefined;
  overdue?: boolean | undefined;
  href?: string | undefined;
}

export interface CaseHeaderProps {
  name: string;
  kana: string;
  /** 42歳, 40代 … */
  age?: string | undefined;
  /** 求職番号 or record number. */
  number?: string | undefined;
  groups: readonly string[];
  status?: { label: string; phase: Phase } | undefined;
  /** Expiry of the protection in words; absent when the person is not protected. */
  protectedUntil?: string | undefined;
  consent?: { text: string; tone: Tone } | undefined;
  clocks?: readonly CaseClock[] | undefined;
  team: readonly CaseTeamMember[];
  /** The day the period was closed, in words; `team` is who was on it until then. */
  ended?: string | undefined;
  nextStep?: NextStep | undefined;
  tabs: readonly TabItem[];
  actions?: Slot;
}

/** The head of everything about one person: always the same, on every page of the case. */
export function CaseHeader(props: CaseHeaderProps): JSX.Element {
  const { name, kana, age, number, tabs, actions } = props;
  return (
    <div class="case-header">
      <div class="case-top">
        <div class="case-who">
          <p class="case-kana" safe>
            {kana}
          </p>
          <h1 class="case-name">
            <span safe>{name}</span>
            {age === undefined ? null : (
              <span class="case-age" safe>
                {age}
              </span>
            )}
            {number === undefined ? null : (
              <span class="case-number" safe>
                {number}
              </span>
            )}
          </h1>
        </div>
        {isFilled(actions) ? <div class="page-actions">{actions}</div> : null}
      </div>
      <Marks {...props} />
      <div class="case-facts">
        <Team members={props.team} ended={props.ended} />
        <Next step={props.nextStep} ended={props.ended !== undefined} />
      </div>
      <Tabs label={fill(words.recordsOf, { name })} items={tabs} />
    </div>
  );
}

function Marks({ status, protectedUntil, consent, clocks = [], groups }: CaseHeaderProps): JSX.Element {
  return (
    <div class="case-marks">
      {status === undefined ? null : <StatusBadge {...status} />}
      {protectedUntil === undefined ? null : <ProtectedBadge until={protectedUntil} />}
      {consent === undefined ? null : <Badge text={consent.text} tone={consent.tone} icon="consent" />}
      {clocks.map((clock) => (
        <ClockBadge {...clock} />
      ))}
      <Badges texts={groups} />
    </div>
  );
}

/** Both sides work on a case; the one that nobody stands for yet is told, while it runs. */
const sides: readonly Side[] = ['municipal', 'national'];

function Team({
  members,
  ended,
}: Pick<CaseHeaderProps, 'ended'> & { members: readonly CaseTeamMember[] }): JSX.Element {
  return (
    <div class="case-team">
      <h2 class="case-label">{words.team}</h2>
      {ended === undefined ? null : (
        <p class="muted" safe>
          {fill(words.teamEnded, { day: ended })}
        </p>
      )}
      {members.length === 0 ? (
        <p class="muted">{ended === undefined ? words.nobodyYet : words.nobodyAtEnd}</p>
      ) : (
        <ul class="people">
          {members.map(({ name, side, role }) => (
            <li>
              <Person name={name} side={side} detail={role} />
            </li>
          ))}
          {sides
            .filter((side) => ended === undefined && !members.some((member) => member.side === side))
            .map((side) => (
              <li>
                <SideMark side={side} /> <span class="muted">{words.undecided}</span>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function Next({ step, ended }: { step: NextStep | undefined; ended: boolean }): JSX.Element {
  return (
    <div class={['case-next', step?.overdue === true && 'case-next-overdue', step === undefined && 'case-next-none']}>
      <h2 class="case-label">{words.nextStep}</h2>
      {step === undefined ? (
        <p class="muted">{ended ? words.nothingWaits : words.undecidedStep}</p>
      ) : (
        <>
          <p class="case-next-text">
            {step.href === undefined ? <span safe>{step.text}</span> : <Link href={step.href} text={step.text} />}
          </p>
          <p class="case-next-owner">
            <SideMark side={step.side} />
            {step.owner === undefined ? null : <span safe>{step.owner}</span>}
            {step.due === undefined ? null : (
              <span class="case-due" safe>
                {step.overdue === true
                  ? fill(words.overdueSince, { due: step.due })
                  : fill(words.dueOn, { due: step.due })}
              </span>
            )}
          </p>
        </>
      )}
    </div>
  );
}
