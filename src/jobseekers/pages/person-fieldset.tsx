import { NAME_MAX } from '#domain/jobseeker';
import type { SharingCategory } from '#domain/sharing';
import { ja } from '#messages';
import { Card, Columns, DateBoxes, KanaField, RadioChips, Select, Stack, TextArea, TextField } from '#ui';
import type { FormState } from '../../platform/pages/index.js';
import { choicesOf } from './person-words.js';

const words = ja.screens.jobseekers;

/** Dates of a person's form, as `withDates` wants them. */
export const PERSON_DATES = ['birthDate', 'leftJobOn'] as const;

type FieldName = keyof typeof ja.jobseeker.field;

/** The fields of a person, to register and to edit. */
export function PersonFieldset({ form }: { form: FormState }): JSX.Element {
  const field = (name: FieldName) => ({
    name,
    label: ja.jobseeker.field[name],
    value: form.value(name),
    error: form.error(name),
  });
  const date = (name: FieldName) => ({ ...field(name), value: form.date(name) });
  return (
    <Stack>
      <Card title={words.nameAndBirth}>
        <Columns>
          <TextField {...field('familyName')} required width="full" maxlength={NAME_MAX} />
          <TextField {...field('givenName')} required width="full" maxlength={NAME_MAX} />
        </Columns>
        <Columns>
          <KanaField {...field('familyKana')} required width="full" maxlength={NAME_MAX} />
          <KanaField {...field('givenKana')} required width="full" maxlength={NAME_MAX} />
        </Columns>
        <TextField {...field('formerName')} maxlength={NAME_MAX} />
        <DateBoxes {...date('birthDate')} />
        <Select
          {...field('ageBand')}
          support={words.ageBandSupport}
          blank={words.noChoice}
          options={choicesOf(ja.jobseeker.ageBand)}
        />
        <TextField {...field('guardianName')} maxlength={NAME_MAX} />
      </Card>
      <Card title={words.contact}>
        <TextField {...field('address')} width="full" maxlength={200} />
        <TextField {...field('phone')} type="tel" maxlength={40} />
        <TextField {...field('safeContact')} support={words.safeContactSupport} width="full" maxlength={200} />
      </Card>
      <Card title={words.languages}>
        <TextField {...field('nationality')} maxlength={NAME_MAX} />
        <RadioChips {...field('japaneseSpeaking')} options={choicesOf(ja.jobseeker.japaneseSpeaking)} />
        <RadioChips {...field('japaneseReading')} options={choicesOf(ja.jobseeker.japaneseReading)} />
        <TextField {...field('interpreterLanguage')} support={words.interpreterSupport} maxlength={NAME_MAX} />
      </Card>
      <Card title={words.career}>
        <TextField {...field('lastJob')} width="full" maxlength={200} />
        <DateBoxes {...date('leftJobOn')} support={words.leftOnSupport} />
        <TextField {...field('education')} width="full" maxlength={200} />
        <TextArea {...field('licences')} rows={2} maxlength={2000} />
      </Card>
      <Card title={words.careNeeded}>
        <TextArea {...field('healthNote')} rows={3} maxlength={2000} />
        <TextArea {...field('householdNote')} rows={3} maxlength={2000} />
        <TextField {...field('arrivedBy')} width="full" maxlength={200} />
      </Card>
    </Stack>
  );
}

/** 区分 of the person's fields that whoever registered the person does not share, in words; empty where all are in sight. */
export const unshared = (inSight: readonly SharingCategory[]): string =>
  (['contact', 'circumstances', 'health'] as const)
    .filter((category) => !inSight.includes(category))
    .map((category) => ja.codes.sharingCategory[category])
    .join('、');
