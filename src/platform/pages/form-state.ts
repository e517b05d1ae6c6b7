import { isUUID } from 'class-validator';
import { Blocked, InvalidInput, type IsoDate, isRecordDay, type MessageParams, StaleEdit } from '#kernel';
import { errorText, reasonText } from '#messages';
import { wordsTyped } from '../http/index.js';

export interface StaleInfo {
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly currentVersion: number;
}

/** A form as it is shown again: what was typed, and what is wrong with it and where. */
export class FormState {
  constructor(
    private readonly typed: Readonly<Record<string, unknown>>,
    /** Messages by field name, in the order found. */
    readonly errors: ReadonlyMap<string, string> = new Map(),
    readonly reasons: readonly string[] = [],
    readonly stale: StaleInfo | undefined = undefined,
  ) {}

  /** The text typed into a field, as typed. */
  value(name: string): string {
    const value = this.typed[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : '';
  }

  /** The id typed into a field, to look something up by; undefined where it is none. */
  id(name: string): string | undefined {
    const value = this.value(name);
    return isUUID(value, 'loose') ? value : undefined;
  }

  /** The day typed into a field as a whole, to reckon with; undefined where it is none. */
  day(name: string): IsoDate | undefined {
    const value = this.value(name);
    return isRecordDay(value) ? value : undefined;
  }

  /** The choices made in a group of boxes. */
  values(name: string): string[] {
    const value = this.typed[name];
    if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
    return typeof value === 'string' && value !== '' ? [value] : [];
  }

  checked(name: string): boolean {
    const value = this.typed[name];
    return value === 'on' || value === 'true' || value === true;
  }

  error(name: string): string | undefined {
    return this.errors.get(name);
  }

  /** The three boxes of a date and its era, as typed. */
  date(name: string): { era: string; year: string; month: string; day: string } {
    const whole = this.value(name);
    const [year = '', month = '', day = ''] = /^\d{4}-\d{2}-\d{2}$/.test(whole)
      ? whole.split('-').map((part) => String(Number(part)))
      : [];
    const box = (part: string, fallback: string): string =>
      `${name}_${part}` in this.typed ? this.value(`${name}_${part}`) : fallback;
    return { era: box('era', ''), year: box('year', year), month: box('month', month), day: box('day', day) };
  }

  /** The version to send next: after a stale edit the one that overtook it, which the notice has shown. */
  version(current: number): number {
    return this.stale?.currentVersion ?? (Number(this.value('version')) || current);
  }

  /** What was written in words, for a page that can offer the form no more. */
  get words(): string[] {
    return wordsTyped(this.typed);
  }

  get hasErrors(): boolean {
    return this.errors.size > 0 || this.reasons.length > 0 || this.stale !== undefined;
  }

  /** For the summary on top: field and message. */
  get summary(): { field: string; message: string }[] {
    return [...this.errors].map(([field, message]) => ({ field, message }));
  }
}

/**
 * What the form shows after a refusal; an error that no form can show is thrown on.
 * @param typed the body as it came, so that nothing typed is lost
 */
export function formState(typed: unknown, error?: unknown): FormState {
  const values = typeof typed === 'object' && typed !== null ? (typed as Record<string, unknown>) : {};
  if (error === undefined) return new FormState(values);
  if (error instanceof InvalidInput) {
    const messages = error.fields.map(({ field, code, params }): [string, string] => [
      field,
      errorText(code, params as MessageParams),
    ]);
    return new FormState(values, new Map(messages.reverse()));
  }
  if (error instanceof Blocked)
    return new FormState(
      values,
      new Map(),
      error.reasons.map(({ code, params }) => reasonText(code, params)),
    );
  if (error instanceof StaleEdit) return new FormState(values, new Map(), [], error);
  throw error;
}
