import { ROLES } from '#access';
import { ja } from '#messages';
import { KanaField, RadioChips, Select, TextField } from '#ui';
import type { FormState } from '../../platform/pages/index.js';

const words = ja.screens.teamMembers;

export interface DeskChoice {
  readonly id: number;
  readonly name: string;
}

const roles = ROLES.map((value) => ({ value, label: ja.codes.role[value] }));

/** The fields that registering and editing share. */
export function StaffFieldset({ form, desks }: { form: FormState; desks: readonly DeskChoice[] }): JSX.Element {
  return (
    <>
      <TextField name="name" label={words.name} required value={form.value('name')} error={form.error('name')} />
      <KanaField
        name="nameKana"
        label={words.kana}
        required
        value={form.value('nameKana')}
        error={form.error('nameKana')}
      />
      <TextField
        name="title"
        label={words.jobTitle}
        support={words.jobTitleSupport}
        value={form.value('title')}
        error={form.error('title')}
      />
      <RadioChips
        name="role"
        label={words.role}
        required
        options={roles}
        value={form.value('role')}
        error={form.error('role')}
      />
      <DeskSelect form={form} desks={desks} />
    </>
  );
}

export function DeskSelect({
  form,
  desks,
  idPrefix,
}: {
  form: FormState;
  desks: readonly DeskChoice[];
  idPrefix?: string;
}): JSX.Element {
  const options = desks.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Select
      name="deskId"
      label={words.desk}
      blank={words.noDesk}
      options={options}
      value={form.value('deskId')}
      error={form.error('deskId')}
      idPrefix={idPrefix}
    />
  );
}
