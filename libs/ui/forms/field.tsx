import { attributeText } from '../text/safe-url.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';

/** What every field has. `name` is also the key of its error. */
export interface FieldProps {
  name: string;
  label: string;
  required?: boolean | undefined;
  /** Help that is always visible, between label and control. */
  support?: string | undefined;
  error?: string | undefined;
  /** Whether ※必須 / ※任意 is written beside the label; off for filters. */
  marked?: boolean | undefined;
  /** Which of several alike it belongs to (手順2), for the list of errors. */
  within?: string | undefined;
  /** Tells apart two forms of one page that use the same names. */
  idPrefix?: string | undefined;
}

/** The `id` of the control (or group of controls) of a field: what a label and the error list point to. */
export function fieldId(name: string, prefix = 'f'): string {
  return `${prefix}-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** The attributes a control needs to be tied to its support text and error. */
export function controlAttributes(field: FieldProps): Record<string, string | boolean | undefined> {
  const id = fieldId(field.name, field.idPrefix);
  const described = [
    field.support === undefined ? '' : `${id}-support`,
    field.error === undefined ? '' : `${id}-error`,
  ];
  const ids = described.filter((part) => part !== '').join(' ');
  return {
    id,
    name: field.name,
    required: field.required,
    'aria-describedby': ids === '' ? undefined : ids,
    'aria-invalid': field.error === undefined ? undefined : 'true',
  };
}

/** 「※必須」 or 「※任意」 */
function RequiredMark({ required = false }: { required?: boolean | undefined }): JSX.Element {
  return <span class={required ? 'mark-required' : 'mark-optional'}>{required ? words.required : words.optional}</span>;
}

/** Support text and error of a field, with the ids its control refers to. */
export function FieldNotes({ name, support, error, idPrefix }: FieldProps): JSX.Element {
  const id = fieldId(name, idPrefix);
  return (
    <>
      {support === undefined ? null : (
        <p class="support" id={`${id}-support`} safe>
          {support}
        </p>
      )}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`} safe>
          {`＊${error}`}
        </p>
      )}
    </>
  );
}

/** What the field is called; the list of errors on top of the page takes its words from here. */
export function LabelText({ label, name, idPrefix, within }: FieldProps): JSX.Element {
  return (
    <span
      data-label={fieldId(name, idPrefix)}
      data-within={within === undefined ? undefined : attributeText(within)}
      safe
    >
      {label}
    </span>
  );
}

/** Label, mark, support text and error around one control. */
export function Field({ children, ...field }: FieldProps & { children?: Slot }): JSX.Element {
  const { required, marked = true, error } = field;
  return (
    <div class={['field', error !== undefined && 'field-invalid']}>
      <label class="label" for={fieldId(field.name, field.idPrefix)}>
        <LabelText {...field} />
        {marked ? <RequiredMark required={required} /> : null}
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}

/** The same around a group of controls. */
export function FieldGroup({ children, ...field }: FieldProps & { children?: Slot }): JSX.Element {
  const { required, marked = true, error } = field;
  const { id, 'aria-describedby': describedBy } = controlAttributes(field);
  return (
    <fieldset
      class={['field', 'field-group', error !== undefined && 'field-invalid']}
      id={String(id)}
      tabindex="-1"
      aria-describedby={typeof describedBy === 'string' ? describedBy : undefined}
    >
      <legend class="label">
        <LabelText {...field} />
        {marked ? <RequiredMark required={required} /> : null}
      </legend>
      <FieldNotes {...field} />
      {children}
    </fieldset>
  );
}
