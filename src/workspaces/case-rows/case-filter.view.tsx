import { ja } from '#messages';
import { type Choice, FilterPanel, FilterTags, NumberField, Select, type Slot } from '#ui';
import type { Site } from '../../organisations/index.js';
import { SCOPES } from './case-filter.dto.js';
import { activeFilters, type CaseList, type Filters, unfilteredHref } from './case-filter.presenter.js';

export interface CaseFiltersProps {
  readonly list: CaseList;
  readonly filter: Filters;
  readonly site: Site;
  /** What is shown: 「23件」. */
  readonly resultText: string;
  /** Fields that only this list has. */
  readonly children?: Slot;
}

const words = ja.caseload;
/** A field as narrow as its longest choice allows: the panel holds many. */
const plain = { marked: false } as const;
const named = (entries: readonly { readonly code: string; readonly name: string }[]): Choice[] =>
  entries.map(({ code, name }) => ({ value: code, label: name }));
const coded = (names: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Which filters are on, and the fields that narrow the list. */
export function CaseFilters({ list, filter, site, resultText, children }: CaseFiltersProps): JSX.Element {
  const states =
    list.status === 'open'
      ? [
          { value: 'open', label: words.open },
          { value: 'all', label: words.all },
        ]
      : [];
  return (
    <>
      <FilterTags
        filters={activeFilters(list, filter, site)}
        clearHref={unfilteredHref(list)}
        resultText={resultText}
      />
      <FilterPanel action={list.path} clearHref={unfilteredHref(list)}>
        <Select
          {...plain}
          name="scope"
          label={words.scope.label}
          value={filter.scope ?? list.scope}
          options={SCOPES.map((scope) => ({ value: scope, label: words.scope[scope] }))}
        />
        <Select
          {...plain}
          name="status"
          label={words.status}
          blank={states.length === 0 ? words.any : undefined}
          value={filter.status ?? list.status ?? ''}
          options={[...states, ...coded(ja.codes.caseStatus)]}
        />
        <Select
          {...plain}
          name="programme"
          label={words.programme}
          blank={words.any}
          value={filter.programme ?? ''}
          options={named(site.programmes)}
        />
        <Select
          {...plain}
          name="group"
          label={words.group}
          blank={words.any}
          value={filter.group ?? ''}
          options={named(site.targetGroups)}
        />
        <Select
          {...plain}
          name="desk"
          label={words.desk}
          blank={words.any}
          value={textOf(filter.desk)}
          options={site.desks.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Select
          {...plain}
          name="turn"
          label={words.turn}
          blank={words.either}
          value={filter.turn ?? ''}
          options={coded(ja.codes.side)}
        />
        <NumberField
          {...plain}
          name="clockWithin"
          label={words.clock}
          unit={words.unitAtMost}
          value={textOf(filter.clockWithin)}
        />
        {children}
      </FilterPanel>
    </>
  );
}

export const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
