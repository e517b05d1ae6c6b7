import { fill } from '#messages';
import { Badge } from '../badges/badge.js';
import { Person, SideMark } from '../badges/side-mark.js';
import { Icon } from '../icons/icon.js';
import { isFilled, type Party, type Slot, type Tone } from '../text/types.js';
import { words } from '../words.js';

/** One step of a plan. */
export interface PlanBoardStep {
  number: number;
  title: string;
  side: Party;
  /** The member of staff it is given to; absent: nobody in particular. */
  owner?: string | undefined;
  /** Day in words. */
  due?: string | undefined;
  state: 'open' | 'done' | 'dropped';
  /** Said in words beside the title: 完了, 期限超過, 判断の時期. */
  mark?: { text: string; tone: Tone } | undefined;
  /** A fall-back: on which condition it is taken, in words, and whether that is decided. */
  fallback?: { text: string; status: string; tone: Tone } | undefined;
  /** Fall-backs that wait behind this step, in words. */
  leadsTo?: readonly string[] | undefined;
  /** What can be done with it now. */
  actions?: Slot;
}

export interface PlanBoardProps {
  steps: readonly PlanBoardStep[];
  /** Said in the lane of a side that has nothing to do. */
  empty: string;
  headingLevel?: 3 | 4 | undefined;
}

const LANES: readonly Party[] = ['municipal', 'national', 'jobseeker'];

/** The steps of a plan in three lanes: the city's, the national side's, the person's own. The numbers run over all lanes. */
export function PlanBoard({ steps, empty, headingLevel = 3 }: PlanBoardProps): JSX.Element {
  return (
    <div class="plan-lanes">
      {LANES.map((side) => {
        const own = steps.filter((step) => step.side === side);
        return (
          <section class={`plan-lane plan-lane-${side}`}>
            <tag of={`h${headingLevel}`} class="plan-lane-head">
              <SideMark side={side} />
            </tag>
            {own.length === 0 ? (
              <p class="muted" safe>
                {empty}
              </p>
            ) : (
              <ol class="plan-steps">
                {own.map((step) => (
                  <Step {...step} />
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Step({
  number,
  title,
  side,
  owner,
  due,
  state,
  mark,
  fallback,
  leadsTo = [],
  actions,
}: PlanBoardStep): JSX.Element {
  return (
    <li class={['plan-step', `plan-step-${state}`, fallback !== undefined && 'plan-step-fallback']}>
      {fallback === undefined ? null : (
        <p class="plan-branch">
          <Badge text={fill(words.fallback, { status: fallback.status })} tone={fallback.tone} />
          <span safe>{fallback.text}</span>
        </p>
      )}
      <p class="plan-step-title">
        <span class="plan-number" safe>
          {fill(words.stepNumber, { number })}
        </span>
        <span safe>{title}</span>
        {mark === undefined ? null : <Badge text={mark.text} tone={mark.tone} />}
      </p>
      <p class="plan-step-facts">
        {owner === undefined ? null : <Person name={owner} side={side} />}
        {due === undefined ? null : <span safe>{due}</span>}
      </p>
      {leadsTo.map((text) => (
        <p class="plan-leads-to">
          <Icon name="arrowRight" size={16} />
          <span safe>{text}</span>
        </p>
      ))}
      {isFilled(actions) ? <div class="plan-actions">{actions}</div> : null}
    </li>
  );
}
