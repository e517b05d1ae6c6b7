import { type IsoDate, formatBoth, formatMoment, formatWareki, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import {
  type BranchStatus,
  branchStatus,
  type ComparedStep,
  type PlanDifferences,
  type StepDifference,
} from '#domain/support-plan';
import type { PlanBoardStep, Tone } from '#ui';
import type { VersionSummary } from '../../plan-history.js';
import type { PlanStepLine, PlanVersionLine } from '../../support-plans.repository.js';

const screenWords = ja.screens.supportPlans;

const { words } = ja.supportPlan;

/** The steps of a version as the board shows them, without what can be done with them. */
export function boardSteps(
  { steps }: Pick<PlanVersionLine, 'steps'>,
  overdue: readonly string[],
  today: IsoDate,
): PlanBoardStep[] {
  const numberOf = (key: string | null): number => steps.findIndex(({ stepKey }) => stepKey === key) + 1;
  return steps.map((step, index) => ({
    number: index + 1,
    title: step.title,
    side: step.ownerSide,
    owner: step.ownerName ?? undefined,
    due: step.dueOn === null ? undefined : fill(screenWords.until, { day: formatWareki(step.dueOn) }),
    state: step.state,
    mark: markOf(step, overdue),
    fallback:
      step.branchOn === null
        ? undefined
        : { text: branchText(step, numberOf(step.branchOf)), ...branchBadge(branchStatus(step, steps, today)) },
    leadsTo: steps
      .filter(({ branchOf }) => branchOf === step.stepKey)
      .map((fallback) =>
        fill(screenWords.leadsTo, {
          number: numberOf(fallback.stepKey),
          decision:
            fallback.branchOn === null ? '' : fill(screenWords.decidedOn, { day: formatWareki(fallback.branchOn) }),
        }),
      ),
  }));
}

/** 「8月31日までに手順1が…とならなければ」: when a fall-back is taken. */
export function branchText(
  { branchOn, branchCondition }: Pick<PlanStepLine, 'branchOn' | 'branchCondition'>,
  origin: number,
): string {
  const by = branchOn === null ? '' : fill(screenWords.byDay, { day: formatWareki(branchOn) });
  return fill(screenWords.unless, {
    by,
    at: origin === 0 ? '' : fill(screenWords.atStep, { number: origin }),
    condition: branchCondition ?? '',
  });
}

function markOf({ state, stepKey, doneOn }: PlanStepLine, overdue: readonly string[]): PlanBoardStep['mark'] {
  if (state === 'open') return overdue.includes(stepKey) ? { text: words.overdue, tone: 'error' } : undefined;
  const on = doneOn === null ? '' : `（${formatWareki(doneOn)}）`;
  return { text: `${ja.codes.planStepState[state]}${on}`, tone: state === 'done' ? 'success' : 'neutral' };
}

const BRANCH_TONES: Readonly<Record<BranchStatus, Tone>> = {
  not_a_branch: 'neutral',
  waiting: 'neutral',
  due: 'warning',
  not_needed: 'success',
};

function branchBadge(status: BranchStatus): { status: string; tone: Tone } {
  return { status: words.branchStatus[status], tone: BRANCH_TONES[status] };
}

/** A version in the history, in words. */
export interface HistoryLine {
  readonly version: number;
  readonly title: string;
  readonly written: string;
  readonly agreed: string;
  readonly reason: string | null;
  readonly differences: readonly string[];
  /** Rewritings before the agreement: when and by whom, and what each changed. */
  readonly edits: readonly { readonly title: string; readonly texts: readonly string[] }[];
}

export function historyLines(summaries: readonly VersionSummary[]): HistoryLine[] {
  return summaries.map((summary) => ({
    version: summary.version,
    title: versionName(summary.version),
    written: `${formatBoth(summary.drawnUpOn)}　${writer(summary)}`,
    agreed: agreementText(summary),
    reason: summary.reason,
    differences: summary.differences === null ? [] : differenceTexts(summary.differences),
    edits: summary.edits.map(({ at, by, differences }) => ({
      title: fill(screenWords.editedBeforeAgreement, {
        moment: formatMoment(new Date(at)),
        who: `${by.name}（${ja.codes.side[by.side]}）`,
      }),
      texts: differenceTexts(differences),
    })),
  }));
}

export const versionName = (version: number): string => fill(screenWords.versionNumber, { number: version });

/** 同意日 and 方法, or that it is waited for. */
export function agreementText({ agreedOn, agreedHow }: Pick<PlanVersionLine, 'agreedOn' | 'agreedHow'>): string {
  return agreedOn === null || agreedHow === null
    ? words.notAgreed
    : `${formatBoth(agreedOn)}（${words.agreedHow[agreedHow]}）`;
}

function writer({ writtenBy, writtenAt, drawnUpOn }: VersionSummary): string {
  const who = writtenBy === null ? '' : `${writtenBy.name}（${ja.codes.side[writtenBy.side]}）`;
  const typedOn = tokyoDateOf(new Date(writtenAt));
  return typedOn === drawnUpOn ? who : fill(screenWords.typedLater, { who, day: formatWareki(typedOn) });
}

/** A step as far as a difference is told of it. */
type ToldStep = ComparedStep & Pick<PlanStepLine, 'ownerName'>;

function differenceTexts({ goal, situation, steps }: PlanDifferences<ToldStep>): string[] {
  return [
    ...(goal ? [screenWords.goalChanged] : []),
    ...(situation ? [screenWords.situationChanged] : []),
    ...steps.map(stepDifferenceText),
  ];
}

function stepDifferenceText(difference: StepDifference<ToldStep>): string {
  switch (difference.kind) {
    case 'added':
      return fill(screenWords.stepAdded, { title: difference.after.title });
    case 'removed':
      return fill(screenWords.stepRemoved, { title: difference.before.title });
    case 'changed': {
      const { before, after, fields } = difference;
      const changes = fields.map(
        (field) => `${words.stepFields[field]} ${fieldText(before, field)}→${fieldText(after, field)}`,
      );
      return fill(screenWords.stepChanged, { title: after.title, changes: changes.join('、') });
    }
  }
}

function fieldText(step: ToldStep, field: keyof typeof words.stepFields): string {
  switch (field) {
    case 'ownerSide':
      return step.ownerSide === null ? screenWords.none : ja.codes.planStepOwner[step.ownerSide];
    case 'ownerStaffId':
      return step.ownerName ?? screenWords.none;
    case 'dueOn':
    case 'branchOn': {
      const day = step[field];
      return day === null ? screenWords.none : formatWareki(day);
    }
    case 'branchOf':
      return step.branchOf === null ? screenWords.none : screenWords.some;
    case 'title':
    case 'branchCondition':
      return `「${step[field] ?? ''}」`;
  }
}
