import { ROLES } from '#access';
import { ja } from '#messages';
import { KanaField, RadioChips, Select, TextField } from '#ui';
import type { FormState } from '../../platform/pages/index.js';

export interface DeskChoice {
  readonly id: number;
  readonly name: string;
}

const roles = ROLES.map((value) => ({ value, label: ja.codes.role[value] }));

/** The fields that registering and editing share. */
export function StaffFieldset({ form, desks }: { form: FormState; desks: readonly DeskChoice[] }): JSX.Element {
  return (
    <>
      <TextField name="name" label="氏名" required value={form.value('name')} error={form.error('name')} />
      <KanaField
        name="nameKana"
        label="フリガナ"
        required
        value={form.value('nameKana')}
        error={form.error('nameKana')}
      />
      <TextField
        name="title"
        label="職名"
        support="例：就労支援員、職業相談員。権限とは関係しません。"
        value={form.value('title')}
        error={form.error('title')}
      />
      <RadioChips
        name="role"
        label="権限"
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
      label="窓口"
      blank="（指定なし）"
      options={options}
      value={form.value('deskId')}
      error={form.error('deskId')}
      idPrefix={idPrefix}
    />
  );
}
