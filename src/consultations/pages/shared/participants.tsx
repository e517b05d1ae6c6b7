import type { StaffActor } from '#access';
import { ja } from '#messages';
import { CheckboxChips, Disclosure, Person, Stack } from '#ui';
import type { Colleague } from '../../quick-log.reader.js';

const words = ja.screens.consultations;

/** How many colleagues are shown at once where there is no team to show first. */
const SHOWN_WITHOUT_TEAM = 8;

export interface ParticipantsProps {
  readonly author: Pick<StaffActor, 'staffId' | 'name' | 'side'>;
  readonly colleagues: readonly Colleague[];
  /** Those of the case's team, shown first. */
  readonly team: readonly string[];
  readonly chosen: readonly string[];
  readonly error?: string | undefined;
}

/** 参加した職員 of both sides: the author always, the team at hand, everyone else one fold away. */
export function Participants({ author, colleagues, team, chosen, error }: ParticipantsProps): JSX.Element {
  const others = colleagues.filter(({ id }) => id !== author.staffId);
  const near = others.filter(({ id }) => team.includes(id) || chosen.includes(id));
  const far = others.filter((colleague) => !near.includes(colleague));
  const shown = near.length > 0 || others.length > SHOWN_WITHOUT_TEAM ? near : others;
  const folded = shown === others ? [] : far;
  return (
    <Stack gap="tight">
      <p>
        <span class="muted">{words.authorBefore}</span>
        <Person name={author.name} side={author.side} />
      </p>
      <CheckboxChips
        name="participantIds"
        label={words.colleaguesTakingPart}
        options={chips(shown)}
        values={chosen}
        error={error}
      />
      {folded.length === 0 ? null : (
        <Disclosure title={words.addColleagues}>
          <CheckboxChips
            name="participantIds"
            label={words.otherColleagues}
            marked={false}
            idPrefix="others"
            options={chips(folded)}
          />
        </Disclosure>
      )}
    </Stack>
  );
}

function chips(colleagues: readonly Colleague[]): { value: string; label: string; hint: string }[] {
  return colleagues.map(({ id, name, side, title }) => ({
    value: id,
    label: name,
    hint: `${ja.codes.side[side]}　${title}`,
  }));
}
