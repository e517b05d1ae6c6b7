import type { Party } from '../text/types.js';
import { words } from '../words.js';

const initials: Record<Party, string> = {
  municipal: words.municipalShort,
  national: words.nationalShort,
  jobseeker: words.jobseekerShort,
};

/** Whose it is: 自治体側, 国側 or 本人. Colour, shape and word together; `short` shows one character and reads out the word. */
export function SideMark({ side, short = false }: { side: Party; short?: boolean }): JSX.Element {
  return (
    <span class={`side side-${side}`}>
      <span class="side-shape" aria-hidden="true" safe>
        {initials[side]}
      </span>
      <span class={short ? 'visually-hidden' : 'side-word'}>{words[side]}</span>
    </span>
  );
}

/** A person with the side in front: 国 例示 次郎. */
export function Person({
  name,
  side,
  detail,
}: {
  name: string;
  side: Party;
  detail?: string | undefined;
}): JSX.Element {
  return (
    <span class="person">
      <SideMark side={side} short />
      <span safe>{name}</span>
      {detail === undefined ? null : (
        <span class="muted" safe>
          {detail}
        </span>
      )}
    </span>
  );
}
