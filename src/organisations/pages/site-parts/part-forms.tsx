import { type StaffActor, SIDES } from '#access';
import { fill, ja } from '#messages';
import { REASON_OCCASIONS } from '#domain/reason';
import { NO_DESK } from '#domain/organisation';
import { SHARING_CATEGORIES } from '#domain/sharing';
import { OPTIONAL_STEPS } from '#domain/support-case';
import { CheckboxChips, DateBoxes, Disclosure, NumberField, RadioChips, Select, TextArea, TextField } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import { validated } from '../../../platform/http/index.js';
import { AddReason, EditReason } from '../../dto/reason.dto.js';
import {
  AddDesk,
  AddOrganisation,
  AddProgramme,
  AgreementFields,
  EditAgreement,
  EditDesk,
  EditProgramme,
  RenameOrganisation,
} from '../../dto/site.dto.js';
import type { CaseAtDesk } from '../../desk-cases.js';
import type { SiteFile } from '../../site-file.repository.js';
import type { SitePartsService } from '../../site-parts.service.js';

const words = ja.screens.organisations;

type Values = Record<string, unknown>;

/** A part that is edited, among the others of its site. */
interface EditedPart {
  readonly id: number;
  readonly site: SiteFile;
  /** Of a desk: the running cases at it. */
  readonly cases: readonly CaseAtDesk[];
}

/** A kind of part of which a site has several: how its form looks and what saving it does. */
export interface PartForm {
  readonly noun: string;
  /** Names of the date boxes. */
  readonly dates: readonly string[];
  rows(site: SiteFile): readonly { readonly id: number; readonly version: number; readonly mayRename?: boolean }[];
  /** @param edited the part as it is and the site around it; absent for a new one */
  fields(form: FormState, isNew: boolean, edited?: EditedPart): JSX.Element;
  add(parts: SitePartsService, actor: StaffActor, values: Values, key?: string): Promise<unknown>;
  edit(parts: SitePartsService, actor: StaffActor, id: number, values: Values): Promise<void>;
}

const nameField = (form: FormState): JSX.Element => (
  <TextField
    name="name"
    label={words.name}
    required
    width="long"
    value={form.value('name')}
    error={form.error('name')}
  />
);

const codeField = (form: FormState, isNew: boolean): JSX.Element =>
  isNew ? (
    <TextField
      name="code"
      label={words.code}
      required
      support={ja.organisation.codeSupport}
      value={form.value('code')}
      error={form.error('code')}
    />
  ) : (
    ''
  );

const sides = SIDES.map((value) => ({ value, label: ja.codes.side[value] }));
const occasions = REASON_OCCASIONS.map((value) => ({ value, label: ja.reason.occasion[value] }));
const categories = SHARING_CATEGORIES.map((value) => ({ value, label: ja.codes.sharingCategory[value] }));
const steps = OPTIONAL_STEPS.map((value) => ({ value, label: ja.codes.caseStatus[value] }));

/** Where the running cases of a desk go when it closes; asked only while there are any. */
function MoveCases({ form, edited: { id, site, cases } }: { form: FormState; edited: EditedPart }): JSX.Element {
  if (cases.length === 0) return '';
  const words = ja.organisation.deskClosing;
  const desks = site.desks.filter((desk) => desk.id !== id && desk.closedOn === null);
  return (
    <>
      <Select
        name="moveCasesTo"
        label={words.moveCasesTo}
        support={words.support}
        blank={words.choose}
        options={[
          ...desks.map((desk) => ({ value: String(desk.id), label: desk.name })),
          { value: String(NO_DESK), label: words.noDesk },
        ]}
        value={form.value('moveCasesTo')}
        error={form.error('moveCasesTo')}
      />
      <Disclosure title={fill(words.cases, { count: cases.length })}>
        <p safe>{cases.map(({ number }) => number).join('、')}</p>
      </Disclosure>
    </>
  );
}

/** By the word in the address: /site/desks/new. */
export const PART_FORMS: Readonly<Record<string, PartForm>> = {
  agreements: {
    noun: words.agreement,
    dates: ['concludedOn', 'endsOn'],
    rows: (site) => site.agreements,
    fields: (form) => (
      <>
        <DateBoxes
          name="concludedOn"
          label={words.concludedOn}
          required
          value={form.date('concludedOn')}
          error={form.error('concludedOn')}
        />
        <TextField
          name="parties"
          label={words.concludedBy}
          required
          width="full"
          value={form.value('parties')}
          error={form.error('parties')}
        />
        <TextArea name="summary" label={words.summary} value={form.value('summary')} error={form.error('summary')} />
        <DateBoxes name="endsOn" label={words.endsOn} value={form.date('endsOn')} error={form.error('endsOn')} />
      </>
    ),
    add: async (parts, actor, values, key) => parts.addAgreement(actor, await validated(AgreementFields, values), key),
    edit: async (parts, actor, id, values) => parts.editAgreement(actor, id, await validated(EditAgreement, values)),
  },
  organisations: {
    noun: words.organisation,
    dates: [],
    rows: (site) => site.organisations,
    fields: (form, isNew) => (
      <>
        {nameField(form)}
        {codeField(form, isNew)}
        {isNew ? (
          <RadioChips
            name="side"
            label={words.side}
            required
            support={words.sideSupport}
            options={sides}
            value={form.value('side')}
            error={form.error('side')}
          />
        ) : (
          ''
        )}
      </>
    ),
    add: async (parts, actor, values, key) =>
      parts.addOrganisation(actor, await validated(AddOrganisation, values), key),
    edit: async (parts, actor, id, values) =>
      parts.renameOrganisation(actor, id, await validated(RenameOrganisation, values)),
  },
  desks: {
    noun: words.desk,
    dates: ['closedOn'],
    rows: (site) => site.desks,
    fields: (form, isNew, edited) => (
      <>
        {nameField(form)}
        {codeField(form, isNew)}
        {isNew ? (
          ''
        ) : (
          <DateBoxes
            name="closedOn"
            label={words.closedOn}
            value={form.date('closedOn')}
            error={form.error('closedOn')}
          />
        )}
        {edited === undefined ? '' : <MoveCases form={form} edited={edited} />}
      </>
    ),
    add: async (parts, actor, values, key) => parts.addDesk(actor, await validated(AddDesk, values), key),
    edit: async (parts, actor, id, values) => parts.editDesk(actor, id, await validated(EditDesk, values)),
  },
  programmes: {
    noun: words.programme,
    dates: [],
    rows: (site) => site.programmes,
    fields: (form, isNew) => (
      <>
        {nameField(form)}
        {codeField(form, isNew)}
        <CheckboxChips
          name="optionalSteps"
          label={words.optionalSteps}
          support={words.optionalStepsSupport}
          options={steps}
          values={form.values('optionalSteps')}
          error={form.error('optionalSteps')}
        />
        <CheckboxChips
          name="usualCategories"
          label={words.usualCategories}
          support={words.usualCategoriesSupport}
          options={categories}
          values={form.values('usualCategories')}
          error={form.error('usualCategories')}
        />
      </>
    ),
    add: async (parts, actor, values, key) => parts.addProgramme(actor, await validated(AddProgramme, values), key),
    edit: async (parts, actor, id, values) => parts.editProgramme(actor, id, await validated(EditProgramme, values)),
  },
  reasons: {
    noun: words.reason,
    dates: ['retiredOn'],
    rows: (site) => site.reasons,
    fields: (form, isNew) => (
      <>
        {nameField(form)}
        {codeField(form, isNew)}
        <CheckboxChips
          name="occasions"
          label={words.usedFor}
          required
          options={occasions}
          values={form.values('occasions')}
          error={form.error('occasions')}
        />
        <NumberField
          name="position"
          label={words.position}
          support={fill(words.positionOrder, { more: isNew ? words.positionLast : '' })}
          value={form.value('position')}
          error={form.error('position')}
        />
        {isNew ? (
          ''
        ) : (
          <DateBoxes
            name="retiredOn"
            label={words.retiredOn}
            support={words.retiredOnSupport}
            value={form.date('retiredOn')}
            error={form.error('retiredOn')}
          />
        )}
      </>
    ),
    add: async (parts, actor, values, key) => parts.addReason(actor, await validated(AddReason, values), key),
    edit: async (parts, actor, id, values) => parts.editReason(actor, id, await validated(EditReason, values)),
  },
};
