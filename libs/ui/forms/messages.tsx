import { fill } from '#messages';
import { Icon } from '../icons/icon.js';
import { Button, ButtonLink } from '../layout/button.js';
import { Notice } from '../layout/notice.js';
import { Link } from '../text/link.js';
import type { Side, Slot } from '../text/types.js';
import { words } from '../words.js';
import { SideMark } from '../badges/side-mark.js';
import { fieldId } from './field.js';
import { Form, type FormKeys } from './form.js';

/** A message at a field; `field` is the name of the field, empty for the form as a whole. */
export interface FormError {
  field: string;
  message: string;
}

/** The message of one field, to hand to the field's `error`. */
export function errorFor(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

/** All errors on top of the form, each by the label of its field and leading there. Nothing when there are none. */
export function ErrorSummary({
  errors,
  idPrefix,
}: {
  errors: readonly FormError[];
  idPrefix?: string | undefined;
}): JSX.Element {
  if (errors.length === 0) return '';
  return (
    <div class="notice notice-error" role="alert" tabindex="-1" data-error-summary>
      <span class="notice-icon">
        <Icon name="error" size={24} />
      </span>
      <div class="notice-body">
        <h2 class="notice-title" safe>
          {fill(words.errorCount, { count: errors.length })}
        </h2>
        <ul class="error-list">
          {errors.map(({ field, message }) => (
            <li>
              {field === '' ? (
                <span safe>{message}</span>
              ) : (
                <ErrorLink id={fieldId(field, idPrefix)} message={message} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The document puts the field's label before the message. */
function ErrorLink({ id, message }: { id: string; message: string }): JSX.Element {
  return (
    <a href={`#${id}`} data-error safe>
      {message}
    </a>
  );
}

export interface StaleNoticeProps {
  changedBy: string;
  side?: Side | undefined;
  /** When, in words: 本日 14:05. */
  changedAt: string;
  /** Fields that differ now: what is saved, and what this person typed. */
  changes?: readonly { label: string; saved: string; typed: string }[] | undefined;
  /** Where the newest version can be read. */
  currentHref: string;
}

/** Someone else saved in between. Says who and when, and keeps what was typed. */
export function StaleNotice({ changedBy, side, changedAt, changes = [], currentHref }: StaleNoticeProps): JSX.Element {
  return (
    <Notice tone="warn" title={words.savedByAnother} live>
      <p>
        {side === undefined ? null : <SideMark side={side} />}
        <span safe>{fill(words.changedByAnother, { name: changedBy, time: changedAt })}</span>
      </p>
      {changes.map((change) => (
        <div class="stale-change">
          <p class="stale-label" safe>
            {change.label}
          </p>
          <div class="stale-texts">
            <div>
              <p class="muted">{words.savedContent}</p>
              <p class="typed-text" safe>
                {change.saved}
              </p>
            </div>
            <div>
              <p class="muted">{words.typedContent}</p>
              <p class="typed-text" safe>
                {change.typed}
              </p>
            </div>
          </div>
        </div>
      ))}
      <p>
        <Link href={currentHref} text={words.seeNewest} />
      </p>
    </Notice>
  );
}

export interface BlockedReason {
  text: string;
  /** Where it can be put right. */
  fix?: { text: string; href: string } | undefined;
}

/** Why something cannot be done now, and what would help. Nothing when there are no reasons. */
export function BlockedReasons({ title, reasons }: { title: string; reasons: readonly BlockedReason[] }): JSX.Element {
  if (reasons.length === 0) return '';
  return (
    <Notice tone="warn" title={title}>
      <ul class="reasons">
        {reasons.map(({ text, fix }) => (
          <li>
            <span safe>{text}</span>
            {fix === undefined ? null : <Link href={fix.href} text={fix.text} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export interface ConfirmNoticeProps extends FormKeys {
  title: string;
  text?: string | undefined;
  action: string;
  hidden?: Readonly<Record<string, string | number>> | undefined;
  confirm: string;
  cancelHref: string;
  danger?: boolean | undefined;
  /** Facts to look at, or fields to fill in (a reason). */
  children?: Slot;
}

/** Asks before something is done that matters: a likely duplicate, closing, withdrawing. */
export function ConfirmNotice(props: ConfirmNoticeProps): JSX.Element {
  const { title, text, confirm, cancelHref, danger = false, children, ...form } = props;
  return (
    <Notice tone="warn" title={title} text={text}>
      <Form {...form}>
        {children}
        <div class="submit-row">
          <Button text={confirm} variant={danger ? 'danger' : 'primary'} />
          <ButtonLink text={words.cancel} href={cancelHref} variant="text" />
        </div>
      </Form>
    </Notice>
  );
}
