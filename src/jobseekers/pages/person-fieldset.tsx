import { NAME_MAX } from '#domain/jobseeker';
import type { SharingCategory } from '#domain/sharing';
import { fill, ja } from '#messages';
import { Card, Columns, DateBoxes, KanaField, Notice, RadioChips, Select, Stack, TextArea, TextField } from '#ui';
import type { FormState } from '../../platform/pages/index.js';
import { choicesOf } from './person-words.js';

const words = ja.screens.jobseekers;

/** Dates of a person's form, as `withDates` wants them. */
export const PERSON_DATES = ['birthDate', 'leftJobOn'] as const;

type FieldName = keyof typeof ja.jobseeker.field;

export interface PersonFieldsetProps {
  readonly form: FormState;
  /** Fields of other categories are not offered: who saves does not know what stands there. */
  readonly inSight: readonly SharingCategory[];
}

/** The fields of a person, to register and to edit. */
export function PersonFieldset({ form, inSight }: PersonFieldsetProps): JSX.Element {
  const field = (name: FieldName) => ({
    name,
    label: ja.jobseeker.field[name],
    value: form.value(name),
    error: form.error(name),
  });
  const date = (name: FieldName) => ({ ...field(name), value: form.date(name) });
  const sees = (category: SharingCategory): boolean => inSight.includes(category);
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
        {sees('circumstances') ? <TextField {...field('guardianName')} maxlength={NAME_MAX} /> : null}
      </Card>
      {sees('contact') ? (
        <Card title={words.contact}>
          <TextField {...field('address')} width="full" maxlength={200} />
          <TextField {...field('phone')} type="tel" maxlength={40} />
          <TextField {...field('safeContact')} support={words.safeContactSupport} width="full" maxlength={200} />
        </Card>
      ) : null}
      {sees('circumstances') ? (
        <>
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
        </>
      ) : null}
      {sees('health') || sees('circumstances') ? (
        <Card title={words.careNeeded}>
          {sees('health') ? <TextArea {...field('healthNote')} rows={3} maxlength={2000} /> : null}
          {sees('circumstances') ? (
            <>
              <TextArea {...field('householdNote')} rows={3} maxlength={2000} />
              <TextField {...field('arrivedBy')} width="full" maxlength={200} />
            </>
          ) : null}
        </Card>
      ) : null}
      {unshared(inSight) ? (
        <Notice tone="info" text={fill(words.notSharedFields, { categories: unshared(inSight) })} />
      ) : null}
    </Stack>
  );
}

/** 共有されていない区分 of the person's own fields, in words; empty where all are in sight. */
export const unshared = (inSight: readonly SharingCategory[]): string =>
  (['contact', 'circumstances', 'health'] as const)
    .filter((category) => !inSight.includes(category))
    .map((category) => ja.codes.sharingCategory[category])
    .join('、');
