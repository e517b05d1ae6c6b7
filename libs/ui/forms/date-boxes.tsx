import { ERAS, formatBoth, isIsoDate, parseJapaneseDate, warekiParts, type DateInput, type IsoDate } from '#kernel';
import { fill } from '#messages';
import { attributeText } from '../text/safe-url.js';
import { words } from '../words.js';
import { fieldId, FieldGroup, type FieldProps } from './field.js';

export interface DateBoxesProps extends FieldProps {
  /** A date, or what was typed where that is not one. */
  value?: IsoDate | DateInput | undefined;
  /** Era select before the year; without it the year box takes R6, 令和6 and 2024 alike. */
  eraSelect?: boolean | undefined;
}

/** Newest first: that is what is typed most. */
const eras = [...ERAS].reverse();

/**
 * The content of the boxes for a date.
 *
 * @example typedDate('2012-04-01') // { era: '平成', year: '24', month: '4', day: '1' }
 */
export function typedDate(date: IsoDate): DateInput {
  const { era, year, month, day } = warekiParts(date);
  return { era: era?.name ?? '', year: String(year), month: String(month), day: String(day) };
}

function bothCalendars(typed: DateInput): string | undefined {
  const parsed = parseJapaneseDate(typed);
  return parsed.ok ? formatBoth(parsed.date) : undefined;
}

/** Year, month and day in three boxes (`<name>_era`, `_year`, `_month`, `_day`), shown in both calendars. */
export function DateBoxes({ value, eraSelect = true, ...field }: DateBoxesProps): JSX.Element {
  const typed =
    typeof value === 'object' ? value : value !== undefined && isIsoDate(value) ? typedDate(value) : emptyDate;
  const shown = bothCalendars(typed);
  const year = eraSelect ? typed.year : `${typed.era ?? ''}${typed.year}`;
  return (
    <FieldGroup {...field}>
      <div class="date-boxes" data-date-boxes>
        {eraSelect ? <EraSelect field={field} era={typed.era ?? ''} /> : null}
        <DatePart field={field} part="year" label={words.year} value={year} wide={!eraSelect} />
        <DatePart field={field} part="month" label={words.month} value={typed.month} />
        <DatePart field={field} part="day" label={words.day} value={typed.day} />
        <output class="date-both" safe>
          {shown ?? ''}
        </output>
      </div>
    </FieldGroup>
  );
}

const emptyDate: DateInput = { era: eras[0]?.name, year: '', month: '', day: '' };

function EraSelect({ field, era }: { field: FieldProps; era: string }): JSX.Element {
  const name = `${field.name}_era`;
  return (
    <span class="select select-era">
      <select
        class="input"
        name={name}
        id={fieldId(name, field.idPrefix)}
        aria-label={attributeText(fill(words.eraOf, { label: field.label }))}
      >
        {eras.map(({ name: eraName, from }) => (
          <option value={eraName} selected={eraName === era} data-first-year={from.slice(0, 4)} safe>
            {eraName}
          </option>
        ))}
        <option value="" selected={era === ''}>
          {words.western}
        </option>
      </select>
    </span>
  );
}

interface DatePartProps {
  field: FieldProps;
  part: 'year' | 'month' | 'day';
  label: string;
  value: string;
  wide?: boolean;
}

function DatePart({ field, part, label, value, wide = false }: DatePartProps): JSX.Element {
  const name = `${field.name}_${part}`;
  return (
    <label class="date-part">
      <input
        class={`input input-${part}${wide ? ' input-year-wide' : ''}`}
        type="text"
        inputmode={wide ? 'text' : 'numeric'}
        autocomplete="off"
        name={name}
        id={fieldId(name, field.idPrefix)}
        value={attributeText(value)}
        aria-invalid={field.error === undefined ? undefined : 'true'}
      />
      <span safe>{label}</span>
    </label>
  );
}
