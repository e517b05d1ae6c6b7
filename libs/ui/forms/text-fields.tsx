import { attributeText } from '../text/safe-url.js';
import type { ExtraAttributes } from '../text/types.js';
import { controlAttributes, Field, type FieldProps } from './field.js';
import { words } from '../words.js';

/** About how much is typed; the field is as wide as that. */
export type FieldWidth = 'time' | 'short' | 'medium' | 'long' | 'full';

export interface TextFieldProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined;
  width?: FieldWidth | undefined;
  autocomplete?: string | undefined;
  maxlength?: number | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  /** Written behind the box: 人, 件, 円. */
  unit?: string | undefined;
  attrs?: ExtraAttributes | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { value = '', type = 'text', width = 'medium', autocomplete = 'off', unit, attrs = {}, ...field } = props;
  return (
    <Field {...field}>
      <span class="control-line">
        <input
          {...controlAttributes(field)}
          class={`input input-${width}`}
          type={type}
          value={attributeText(value)}
          autocomplete={autocomplete}
          maxlength={props.maxlength}
          inputmode={props.inputmode}
          {...attrs}
        />
        {unit === undefined ? null : <span safe>{unit}</span>}
      </span>
    </Field>
  );
}

/** A kana reading. Half-width kana and hiragana are accepted; the server folds them. */
export function KanaField(props: Omit<TextFieldProps, 'type'>): JSX.Element {
  const { support = words.kanaSupport, attrs = {} } = props;
  return <TextField {...props} support={support} attrs={{ autocapitalize: 'none', spellcheck: 'false', ...attrs }} />;
}

/** A number as text: full-width digits are accepted, the wheel changes nothing. */
export function NumberField(props: Omit<TextFieldProps, 'type' | 'inputmode'> & { decimals?: boolean }): JSX.Element {
  const { decimals = false, width = 'short', ...rest } = props;
  return <TextField {...rest} width={width} inputmode={decimals ? 'decimal' : 'numeric'} />;
}

/** A time of day as text, so that it reads the same on every machine: `1430` will do. The server reads it with `parseTime`. */
export function TimeField(props: FieldProps & { value?: string | undefined }): JSX.Element {
  return <TextField {...props} width="time" inputmode="numeric" attrs={{ 'data-time': true }} />;
}

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  attrs?: ExtraAttributes | undefined;
}

/** Several lines of text. */
export function TextArea({ value = '', rows = 5, maxlength, attrs = {}, ...field }: TextAreaProps): JSX.Element {
  return (
    <Field {...field}>
      <textarea
        {...controlAttributes(field)}
        class="input input-full"
        rows={String(rows)}
        maxlength={maxlength}
        {...attrs}
        safe
      >
        {
          /* The parser drops one line break after the tag, so a text that begins with one needs another. */ `\n${value}`
        }
      </textarea>
    </Field>
  );
}
