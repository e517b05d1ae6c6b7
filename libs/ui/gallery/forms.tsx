import {
  BlockedReasons,
  Card,
  Checkbox,
  CheckboxChips,
  Columns,
  Combobox,
  ComboboxOptions,
  ConfirmNotice,
  DateBoxes,
  ErrorSummary,
  Form,
  KanaField,
  KeyValues,
  NumberField,
  PostButton,
  RadioChips,
  Select,
  Stack,
  StaleNotice,
  SubmitRow,
  TextArea,
  TextField,
  TimeField,
  errorFor,
  type FormError,
} from '../index.js';

const keys = { csrfToken: 'token', idempotencyKey: 'key' };

const kinds = [
  { value: 'vocational', label: '職業', key: '1' },
  { value: 'livelihood', label: '生活', key: '2' },
  { value: 'piecework', label: '内職', key: '3' },
  { value: 'career', label: 'キャリア', key: '4' },
  { value: 'mental', label: '心の', key: '5' },
  { value: 'housing', label: '住居', key: '6', disabled: true },
];

const outcomes = [
  { value: 'information_given', label: '情報提供' },
  { value: 'documents_reviewed', label: '書類確認' },
  { value: 'jobs_searched', label: '求人検索' },
  { value: 'referral_made', label: '紹介', hint: '国側のみ' },
];

const errors: readonly FormError[] = [
  { field: 'kana', message: 'カナを入力してください' },
  { field: 'birth', message: 'その元号はその日には使われていません' },
  { field: 'kind', message: '相談の種類を選んでください' },
  { field: '', message: '同じ人がすでに登録されている可能性があります' },
];

const candidates = [
  { value: '1', label: '架空 太郎', kana: 'カクウ タロウ', detail: '42歳・例示区' },
  { value: '2', label: '架空 多朗', kana: 'カクウ タロウ', detail: '39歳・見本区' },
];

/** Fields filled in, fields in error, and the messages around forms. */
export function Forms(): JSX.Element {
  return (
    <Stack gap="wide">
      <Card title="相談の記録">
        <Form action="/consultations" {...keys} hidden={{ version: 3 }}>
          <Combobox
            name="jobseeker"
            idPrefix="log"
            label="求職者"
            required
            suggestUrl="/jobseekers/suggest"
            selected={candidates[0]}
            support="カナの先頭を入力"
          />
          <RadioChips
            name="kind"
            idPrefix="log"
            label="種類"
            required
            options={kinds}
            value="vocational"
            support="数字キーでも選べます"
          />
          <Columns>
            <DateBoxes name="day" idPrefix="log" label="日付" required value="2026-06-12" />
            <TimeField name="time" idPrefix="log" label="時刻" value="14:30" />
          </Columns>
          <CheckboxChips
            name="outcomes"
            idPrefix="log"
            label="したこと"
            options={outcomes}
            values={['jobs_searched', 'referral_made']}
          />
          <TextArea
            name="shared"
            idPrefix="log"
            label="共有する内容"
            support="両方の側が読みます"
            value={'清掃の求人を3件確認。\n夜勤のない職場を希望。'}
          />
          <Select
            name="desk"
            idPrefix="log"
            label="窓口"
            blank="選んでください"
            options={[
              { value: '1', label: '例示市役所 1階' },
              { value: '2', label: '見本支所（巡回）' },
            ]}
            value="2"
          />
          <SubmitRow next cancelHref="/cases/1" />
        </Form>
      </Card>
      <Card title="誤りのある入力">
        <ErrorSummary errors={errors} />
        <Form action="/jobseekers" {...keys}>
          <TextField name="name" label="氏名" required value="見本 &lt;花子&gt; & 架空" />
          <KanaField name="kana" label="カナ" required error={errorFor(errors, 'kana')} />
          <DateBoxes
            name="birth"
            label="生年月日"
            error={errorFor(errors, 'birth')}
            value={{ era: '令和', year: '1', month: '4', day: '31' }}
          />
          <DateBoxes
            name="until"
            label="期限"
            eraSelect={false}
            value="2019-05-01"
            support="R6、令和6、2024 のどれでも入力できます"
          />
          <RadioChips name="kind" label="種類" required options={kinds} error={errorFor(errors, 'kind')} />
          <NumberField name="count" label="人数" unit="人" value="１２" />
          <Checkbox name="agree" label="本人の同意を得ました" required error="同意を確認してください" />
          <Combobox
            name="person"
            label="求職者"
            suggestUrl="/jobseekers/suggest"
            query="カクウ"
            candidates={candidates}
          />
          <SubmitRow save="登録する" cancelHref="/jobseekers" />
        </Form>
      </Card>
      <Card title="候補の一覧">
        <div role="listbox" aria-label="候補の見本">
          <ComboboxOptions options={candidates} />
        </div>
        <div role="listbox" aria-label="候補のない見本">
          <ComboboxOptions options={[]} />
        </div>
      </Card>
      <StaleNotice
        changedBy="例示 次郎"
        side="national"
        changedAt="本日 14:05"
        currentHref="/plans/1"
        changes={[
          { label: '目標', saved: '清掃の仕事に週5日で就く', typed: '清掃か調理補助の仕事に就く。\n夜勤はしない。' },
        ]}
      />
      <BlockedReasons
        title="支援要請はまだ出せません"
        reasons={[
          { text: '情報共有の同意がありません。', fix: { text: '同意を記録する', href: '/consents/new' } },
          { text: '本人が辞退しています。' },
        ]}
      />
      <ConfirmNotice
        {...keys}
        title="同じ人ではありませんか"
        text="カナと生年月日が同じ人が登録されています。"
        action="/jobseekers"
        hidden={{ confirmed: 'yes' }}
        confirm="別の人として登録する"
        cancelHref="/jobseekers/1"
      >
        <KeyValues
          dense
          items={[{ term: '登録済み', text: '架空 太郎（カクウ タロウ）42歳', href: '/jobseekers/1' }]}
        />
      </ConfirmNotice>
      <PostButton
        {...keys}
        action="/support-requests/1/acceptance"
        text="受理する"
        variant="primary"
        context="架空 太郎"
      />
    </Stack>
  );
}
