import { Icon, type IconName } from '../icons/icon.js';
import { ButtonLink } from './button.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';

export type NoticeTone = 'info' | 'success' | 'warn' | 'error';

const icons: Record<NoticeTone, IconName> = { info: 'info', success: 'success', warn: 'alert', error: 'error' };

const toneWords: Record<NoticeTone, string> = {
  info: words.notice,
  success: words.success,
  warn: words.warning,
  error: words.error,
};

export interface NoticeProps {
  tone: NoticeTone;
  title?: string | undefined;
  text?: string | undefined;
  /** Read out when it appears: an answer to what the person just did. */
  live?: boolean | undefined;
  children?: Slot;
}

/** A message in the page. */
export function Notice({ tone, title, text, live = false, children }: NoticeProps): JSX.Element {
  const role = !live ? undefined : tone === 'error' ? 'alert' : 'status';
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <span class="notice-icon">
        <Icon name={icons[tone]} size={24} label={toneWords[tone]} />
      </span>
      <div class="notice-body">
        {title === undefined ? null : (
          <p class="notice-title" safe>
            {title}
          </p>
        )}
        {text === undefined ? null : <p safe>{text}</p>}
        {children}
      </div>
    </div>
  );
}

export interface EmptyStateProps {
  text: string;
  /** Why it is empty or what to do about it. */
  hint?: string | undefined;
  action?: { text: string; href: string } | undefined;
}

/** Shown where a list has nothing to show. */
export function EmptyState({ text, hint, action }: EmptyStateProps): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-text" safe>
        {text}
      </p>
      {hint === undefined ? null : (
        <p class="muted" safe>
          {hint}
        </p>
      )}
      {action === undefined ? null : <ButtonLink text={action.text} href={action.href} />}
    </div>
  );
}
