import { Icon, type IconName } from '../icons/icon.js';
import type { Tone } from '../text/types.js';

/** A short word in a frame: a group, a kind, a mark. */
export function Badge({ text, tone = 'neutral', icon }: { text: string; tone?: Tone; icon?: IconName }): JSX.Element {
  return (
    <span class={`badge badge-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      <span safe>{text}</span>
    </span>
  );
}

/** Several badges in a row that wraps; nothing when there are none. */
export function Badges({ texts, tone }: { texts: readonly string[]; tone?: Tone }): JSX.Element {
  if (texts.length === 0) return '';
  return (
    <ul class="badges">
      {texts.map((text) => (
        <li>
          <Badge text={text} {...(tone === undefined ? {} : { tone })} />
        </li>
      ))}
    </ul>
  );
}
