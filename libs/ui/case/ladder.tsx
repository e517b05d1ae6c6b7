import { fill } from '#messages';
import { SideMark } from '../badges/side-mark.js';
import { EmptyState } from '../layout/notice.js';
import { Link } from '../text/link.js';
import type { Side } from '../text/types.js';
import { words } from '../words.js';

/** One rung: asked → letter → interview → offer → accepted → placed → followed up. */
export interface LadderStep {
  label: string;
  state: 'reached' | 'failed' | 'current' | 'open';
  /** Date in words. */
  date?: string | undefined;
}

/** One attempt of a person at one employer (or of an employer's order). */
export interface LadderAttempt {
  number: number;
  title: string;
  detail?: string | undefined;
  href?: string | undefined;
  steps: readonly LadderStep[];
  outcome: { label: string; tone: 'success' | 'failure' | 'pending' };
  /** The reason of a failure, from the site's list. */
  reason?: string | undefined;
  /** What was negotiated and by which side. */
  negotiated?: { text: string; side: Side } | undefined;
}

const stateWords: Record<LadderStep['state'], string> = {
  reached: words.reached,
  failed: words.failedHere,
  current: words.inProgress,
  open: words.open,
};

/** The attempts of a person, each as a row of rungs. */
export function Ladder({
  attempts,
  empty = words.noReferralYet,
}: {
  attempts: readonly LadderAttempt[];
  empty?: string;
}): JSX.Element {
  if (attempts.length === 0) return <EmptyState text={empty} />;
  return (
    <ol class="ladder">
      {attempts.map((attempt) => (
        <Attempt {...attempt} />
      ))}
    </ol>
  );
}

function Attempt({ number, title, detail, href, steps, outcome, reason, negotiated }: LadderAttempt): JSX.Element {
  return (
    <li class={`attempt attempt-${outcome.tone}`} data-walk-item>
      <div class="attempt-head">
        <span class="attempt-number">
          {number}
          <span class="visually-hidden">{words.attempt}</span>
        </span>
        <div>
          <p class="attempt-title">
            {href === undefined ? <span safe>{title}</span> : <Link href={href} text={title} />}
          </p>
          {detail === undefined ? null : (
            <p class="muted" safe>
              {detail}
            </p>
          )}
        </div>
        <p class={`outcome outcome-${outcome.tone}`} safe>
          {outcome.label}
        </p>
      </div>
      <ol class="rungs">
        {steps.map((step) => (
          <li class={`rung rung-${step.state}`}>
            <span class="rung-label" safe>
              {step.label}
            </span>
            <span class="visually-hidden" safe>
              {`：${stateWords[step.state]}`}
            </span>
            <span class="rung-date" safe>
              {step.date ?? ''}
            </span>
          </li>
        ))}
      </ol>
      {reason === undefined ? null : (
        <p class="attempt-note" safe>
          {fill(words.reasonOf, { reason })}
        </p>
      )}
      {negotiated === undefined ? null : (
        <p class="attempt-note">
          <SideMark side={negotiated.side} short />
          <span safe>{fill(words.negotiated, { text: negotiated.text })}</span>
        </p>
      )}
    </li>
  );
}
