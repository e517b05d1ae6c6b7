import type { ProgrammeChange } from '#indicators';
import { fill, ja } from '#messages';
import { Notice } from '#ui';
import type { PlanPreview } from '../yearly-plans.service.js';

const words = ja.yearlyPlan.importing;
const stepNames: Readonly<Record<string, string>> = ja.codes.caseStatus;

/** What saving the file would do besides taking the plan over; says nothing of what stays as it is. */
export function ImportEffects({ preview }: { preview: PlanPreview }): JSX.Element {
  const { replaces, newDesks, newProgrammes, changedProgrammes, typedFigures } = preview;
  const added = [
    ...newDesks.map((name) => fill(words.desk, { name })),
    ...newProgrammes.map((name) => fill(words.programme, { name })),
  ];
  return (
    <>
      {replaces ? <Notice tone="warn" text={words.replaces} /> : ''}
      {added.length === 0 ? '' : <Notice tone="info" text={fill(words.adds, { parts: added.join(words.comma) })} />}
      {changedProgrammes.length === 0 ? (
        ''
      ) : (
        <Notice tone="warn" title={words.programmesTitle}>
          <Lines lines={changedProgrammes.flatMap((change) => programmeLines(change, preview))} />
        </Notice>
      )}
      {typedFigures.length === 0 ? (
        ''
      ) : (
        <Notice tone="warn" title={words.figuresTitle}>
          <Lines
            lines={typedFigures.map(({ effect, name, code, entries }) => fill(words[effect], { name, code, entries }))}
          />
        </Notice>
      )}
    </>
  );
}

function programmeLines({ code, changes: { name, optionalSteps } }: ProgrammeChange, { plan }: PlanPreview): string[] {
  const called = plan.programmes.find((programme) => programme.code === code)?.name ?? code;
  const steps = (codes: readonly string[]): string =>
    codes.length === 0 ? words.noSteps : codes.map((step) => stepNames[step] ?? step).join(words.dot);
  return [
    ...(name ? [fill(words.programmeName, name)] : []),
    ...(optionalSteps
      ? [
          fill(words.programmeSteps, {
            name: called,
            from: steps(optionalSteps.from),
            to: steps(optionalSteps.to),
          }),
        ]
      : []),
  ];
}

function Lines({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <ul>
      {lines.map((line) => (
        <li safe>{line}</li>
      ))}
    </ul>
  );
}
