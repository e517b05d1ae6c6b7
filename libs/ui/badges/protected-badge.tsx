import { fill } from '#messages';
import { Icon } from '../icons/icon.js';
import { words } from '../words.js';

/** Marks a protected record (DV等支援措置). `until` is the expiry in words. */
export function ProtectedBadge({ until }: { until?: string | undefined }): JSX.Element {
  return (
    <span class="badge badge-protected">
      <Icon name="lock" size={16} />
      <span safe>
        {until === undefined
          ? words.protectedRecord
          : fill(words.protectedUntil, { record: words.protectedRecord, until })}
      </span>
    </span>
  );
}
