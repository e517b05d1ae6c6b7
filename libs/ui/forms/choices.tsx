import { attributeText } from '../text/safe-url.js';
import type { ExtraAttributes } from '../text/types.js';
import { controlAttributes, Field, FieldGroup, FieldNotes, type FieldProps, LabelText } from './field.js';
import type { FieldWidth } from './text-fields.js';

export interface Choice {
  value: string;
  label: string;
  /** One character that chooses it from the keyboard. */
  key?: string | undefined;
  /** A quieter remark beside the label. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

/** Options of a list under a heading of their own. */
export interface ChoiceGroup {
  label: string;
  options: readonly Choice[];
}

export interface SelectProps extends FieldProps {
  options: readonly (Choice | ChoiceGroup)[];
  value?: string | undefined;
  /** The first, empty option; without it the first option is chosen. */
  blank?: string | undefined;
  width?: FieldWidth | undefined;
  attrs?: ExtraAttributes | undefined;
}

/** One of many, from a list. */
export function Select({ options, value, blank, width = 'medium', attrs = {}, ...field }: SelectProps): JSX.Element {
  return (
    <Field {...field}>
      <span class={`select select-${width}`}>
        <select {...controlAttributes(field)} class="input" {...attrs}>
          {blank === undefined ? null : (
            <option value="" safe>
              {blank}
            </option>
          )}
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup label={attributeText(entry.label)}>
                {entry.options.map((option) => (
                  <Option option={option} value={value} />
                ))}
              </optgroup>
            ) : (
              <Option option={entry} value={value} />
            ),
          )}
        </select>
      </span>
    </Field>
  );
}

function Option({ option, value }: { option: Choice; value: string | undefined }): JSX.Element {
  return (
    <option value={attributeText(option.value)} selected={option.value === value} disabled={option.disabled} safe>
      {option.label}
    </option>
  );
}

interface ChipProps {
  type: 'radio' | 'checkbox';
  name: string;
  choice: Choice;
  checked: boolean;
  required?: boolean | undefined;
  autofocus?: boolean | undefined;
}

function Chip({ type, name, choice, checked, required, autofocus }: ChipProps): JSX.Element {
  return (
    <label class="chip">
      <input
        type={type}
        name={name}
        value={attributeText(choice.value)}
        checked={checked}
        required={required}
        disabled={choice.disabled}
        autofocus={autofocus}
        data-chip-key={choice.key === undefined ? undefined : attributeText(choice.key)}
      />
      <span class="chip-face">
        {choice.key === undefined ? null : (
          <kbd aria-hidden="true" safe>
            {choice.key}
          </kbd>
        )}
        <span safe>{choice.label}</span>
        {choice.hint === undefined ? null : (
          <span class="chip-hint" safe>
            {choice.hint}
          </span>
        )}
      </span>
    </label>
  );
}

export interface RadioChipsProps extends FieldProps {
  options: readonly Choice[];
  value?: string | undefined;
  /** The page opens in this group, so that its keys work at once. */
  autofocus?: boolean | undefined;
}

/** One of a few, all in sight; a key chooses where it is given. */
export function RadioChips({ options, value, autofocus = false, ...field }: RadioChipsProps): JSX.Element {
  const focused = autofocus ? (options.find((choice) => choice.value === value) ?? options[0]) : undefined;
  return (
    <FieldGroup {...field}>
      <div class="chips">
        {options.map((choice) => (
          <Chip
            type="radio"
            name={field.name}
            choice={choice}
            checked={choice.value === value}
            required={field.required}
            autofocus={choice === focused}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxChipsProps extends FieldProps {
  options: readonly Choice[];
  values?: readonly string[] | undefined;
}

/** Any of a few, all in sight. */
export function CheckboxChips({ options, values = [], ...field }: CheckboxChipsProps): JSX.Element {
  return (
    <FieldGroup {...field}>
      <div class="chips">
        {options.map((choice) => (
          <Chip type="checkbox" name={field.name} choice={choice} checked={values.includes(choice.value)} />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined;
  value?: string | undefined;
}

/** A single yes or no. */
export function Checkbox({ checked = false, value = 'yes', ...field }: CheckboxProps): JSX.Element {
  return (
    <div class={['field', field.error !== undefined && 'field-invalid']}>
      <label class="check">
        <input {...controlAttributes(field)} type="checkbox" value={attributeText(value)} checked={checked} />
        <LabelText {...field} />
      </label>
      <FieldNotes {...field} />
    </div>
  );
}
