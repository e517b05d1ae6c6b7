import { NAME_MAX } from '#domain/jobseeker';
import { ja } from '#messages';
import { Card, Columns, DateBoxes, KanaField, RadioChips, Select, Stack, TextArea, TextField } from '#ui';
import type { FormState } from '../../platform/pages/index.js';
import { choicesOf } from './person-words.js';

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
      <Card title="氏名・生年月日">
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
          support="生年月日が分からないときに選びます"
          blank="（選択なし）"
          options={choicesOf(ja.jobseeker.ageBand)}
        />
        <TextField {...field('guardianName')} maxlength={NAME_MAX} />
      </Card>
      <Card title="連絡先">
        <TextField {...field('address')} width="full" maxlength={200} />
        <TextField {...field('phone')} type="tel" maxlength={40} />
        <TextField
          {...field('safeContact')}
          support="連絡してよい時間・方法、残してはいけない伝言など"
          width="full"
          maxlength={200}
        />
      </Card>
      <Card title="ことば">
        <TextField {...field('nationality')} maxlength={NAME_MAX} />
        <RadioChips {...field('japaneseSpeaking')} options={choicesOf(ja.jobseeker.japaneseSpeaking)} />
        <RadioChips {...field('japaneseReading')} options={choicesOf(ja.jobseeker.japaneseReading)} />
        <TextField {...field('interpreterLanguage')} support="通訳が要るときに入力します" maxlength={NAME_MAX} />
      </Card>
      <Card title="経歴">
        <TextField {...field('lastJob')} width="full" maxlength={200} />
        <DateBoxes {...date('leftJobOn')} support="在職中で離職の予定があるときは、その予定日" />
        <TextField {...field('education')} width="full" maxlength={200} />
        <TextArea {...field('licences')} rows={2} maxlength={2000} />
      </Card>
      <Card title="配慮が必要なこと">
        <TextArea {...field('healthNote')} rows={3} maxlength={2000} />
        <TextArea {...field('householdNote')} rows={3} maxlength={2000} />
        <TextField {...field('arrivedBy')} width="full" maxlength={200} />
      </Card>
    </Stack>
  );
}
