import { attributeText, safeUrl } from '../text/safe-url.js';
import { words } from '../words.js';
import { controlAttributes, Field, fieldId, type FieldProps } from './field.js';
import { RadioChips, type Choice } from './choices.js';

/** One person (or employer) to pick. */
export interface Candidate {
  value: string;
  /** Name as written. */
  label: string;
  kana?: string | undefined;
  /** What tells people of one name apart: age, number, ward. */
  detail?: string | undefined;
}

export interface ComboboxProps extends FieldProps {
  /** Answers `?q=` with `ComboboxOptions`. */
  suggestUrl: string;
  /** What is chosen. It is sent as `<name>`; the words typed are sent as `<name>_q`. */
  selected?: Candidate | undefined;
  /** The words typed so far. */
  query?: string | undefined;
  /** What the server found for `query`, offered as a choice where no script runs. */
  candidates?: readonly Candidate[] | undefined;
  autofocus?: boolean | undefined;
  /** Name of the field to go on with once someone is picked. */
  focusAfter?: string | undefined;
  /** The `id` of what is shown about the chosen one; emptied as soon as nobody is chosen. */
  about?: string | undefined;
}

/**
 * Picks one of very many by typing the beginning of its kana. With script, suggestions appear while typing; without, the
 * button sends the form with `_find=<name>` and the page comes back with `candidates` to choose from.
 */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { suggestUrl, selected, query, candidates = [], autofocus = false, focusAfter, about, ...field } = props;
  const id = fieldId(field.name, field.idPrefix);
  const listId = `${id}-list`;
  const offered = candidates.length > 0;
  return (
    <div class="combobox" data-combobox>
      <Field {...field}>
        <span class="combobox-line">
          <input
            {...controlAttributes(field)}
            name={`${field.name}_q`}
            class="input input-full"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls={listId}
            autofocus={autofocus}
            value={attributeText(selected?.label ?? query ?? '')}
            data-suggest-url={safeUrl(suggestUrl)}
            data-waiting={words.combobox.waiting}
            data-failed={words.combobox.failed}
            data-about={about === undefined ? undefined : attributeText(about)}
            data-focus-after={focusAfter === undefined ? undefined : fieldId(focusAfter, field.idPrefix)}
          />
          <button
            type="submit"
            class="button button-secondary button-medium without-script"
            name="_find"
            value={attributeText(field.name)}
            data-auxiliary
          >
            <span>{words.find}</span>
          </button>
        </span>
      </Field>
      {offered ? null : (
        <input type="hidden" name={field.name} value={attributeText(selected?.value ?? '')} data-combobox-value />
      )}
      <div
        class="combobox-list"
        id={listId}
        role="listbox"
        aria-label={attributeText(field.label)}
        data-combobox-list
        hidden
      ></div>
      <p class="combobox-chosen" aria-live="polite" data-combobox-chosen safe>
        {[selected?.kana, selected?.detail].filter(Boolean).join('　')}
      </p>
      {offered ? <Candidates {...field} candidates={candidates} value={selected?.value} /> : null}
    </div>
  );
}

function Candidates(props: FieldProps & { candidates: readonly Candidate[]; value: string | undefined }): JSX.Element {
  const options = props.candidates.map(({ value, label, kana, detail }): Choice => ({
    value,
    label,
    hint: [kana, detail].filter(Boolean).join('　'),
  }));
  return (
    <RadioChips
      name={props.name}
      label={words.chooseCandidate}
      marked={false}
      idPrefix="candidates"
      options={options}
      value={props.value}
    />
  );
}

export interface ComboboxOptionsProps {
  options: readonly Candidate[];
  /** Said when nothing was found. */
  emptyText?: string | undefined;
}

/** The fragment that answers a combobox. */
export function ComboboxOptions({ options, emptyText = words.nobodyFound }: ComboboxOptionsProps): JSX.Element {
  if (options.length === 0) {
    return (
      <div class="combobox-empty" role="option" aria-disabled="true" aria-selected="false" safe>
        {emptyText}
      </div>
    );
  }
  return (
    <>
      {options.map(({ value, label, kana, detail }) => (
        <div
          class="combobox-option"
          role="option"
          aria-selected="false"
          data-value={attributeText(value)}
          data-label={attributeText(label)}
        >
          <span class="combobox-label" safe>
            {label}
          </span>
          {kana === undefined ? null : (
            <span class="combobox-kana" safe>
              {kana}
            </span>
          )}
          {detail === undefined ? null : (
            <span class="muted" safe>
              {detail}
            </span>
          )}
        </div>
      ))}
    </>
  );
}
