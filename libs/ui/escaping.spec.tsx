import * as ui from './index.js';

const {
  Badge,
  Badges,
  BarePage,
  BlockedReasons,
  Button,
  ButtonLink,
  Card,
  CaseAxis,
  CaseHeader,
  Checkbox,
  CheckboxChips,
  ClockBadge,
  Columns,
  Combobox,
  ComboboxOptions,
  ConfirmNotice,
  DateBoxes,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Field,
  FieldGroup,
  FigureTile,
  FilterPanel,
  FilterTags,
  Form,
  Heading,
  HiddenValues,
  Icon,
  Inline,
  KanaField,
  KeyValues,
  Ladder,
  Link,
  MonthColumns,
  Notice,
  NumberField,
  Page,
  PageHeading,
  Pager,
  Peek,
  PeekLink,
  Person,
  PlanBoard,
  PostButton,
  PrintButton,
  ProtectedBadge,
  RadioChips,
  Select,
  SideMark,
  SignatureBoxes,
  SortLink,
  Sparkline,
  Stack,
  StaleNotice,
  StatusBadge,
  SubmitRow,
  Table,
  Tabs,
  TargetBar,
  TextArea,
  TextField,
  TimeField,
  Timeline,
  TypedText,
  VisuallyHidden,
  WithPeek,
} = ui;

/** Text that leaves every place it is written into unescaped, and an entity that must come back as typed. */
const x = `"'><script>alert(1)</script>&lt;`;
const url = `javascript:alert(1)//${x}`;
const keys = { csrfToken: x, idempotencyKey: x };
const field = { name: x, label: x, support: x, error: x, idPrefix: 'p' };
const choice = { value: x, label: x, key: x, hint: x };
const candidate = { value: x, label: x, kana: x, detail: x };
const clock = { label: x, daysLeft: 1 };
const step = { label: x, state: 'reached', date: x } as const;
const actor = { name: x, organisationName: x, side: 'municipal', roleLabel: x, siteName: x } as const;
const flash = { tone: 'info', text: x } as const;
const nothing = <i></i>;

/** Every component with hostile text in every place that takes text. */
const rendered: Record<string, JSX.Element> = {
  Badge: <Badge text={x} />,
  Badges: <Badges texts={[x]} />,
  BarePage: <BarePage title={x} csrfToken={x} flash={flash} />,
  BlockedReasons: <BlockedReasons title={x} reasons={[{ text: x, fix: { text: x, href: url } }]} />,
  Button: <Button text={x} name={x} value={x} form={x} formaction={url} context={x} attrs={{ 'data-x': x }} />,
  ButtonLink: <ButtonLink text={x} href={url} context={x} attrs={{ 'data-x': x }} />,
  Card: <Card title={x} id={x} actions={nothing} />,
  CaseAxis: (
    <CaseAxis
      title={x}
      from="2026-01-01"
      to="2026-12-31"
      today="2026-06-01"
      stretches={[{ label: x, phase: 'running', from: '2026-01-01' }]}
      marks={[{ label: x, date: '2026-03-01' }]}
    />
  ),
  CaseHeader: (
    <CaseHeader
      name={x}
      kana={x}
      age={x}
      number={x}
      groups={[x]}
      status={{ label: x, phase: 'running' }}
      protectedUntil={x}
      clocks={[clock]}
      consent={{ text: x, tone: 'info' }}
      team={[{ name: x, side: 'national', role: x }]}
      tabs={[{ label: x, href: url }]}
      nextStep={{ text: x, side: 'jobseeker', owner: x, due: x, href: url }}
    />
  ),
  Checkbox: <Checkbox {...field} value={x} />,
  CheckboxChips: <CheckboxChips {...field} options={[choice]} values={[x]} />,
  ClockBadge: <ClockBadge {...clock} />,
  Columns: <Columns>{nothing}</Columns>,
  Combobox: (
    <>
      <Combobox {...field} suggestUrl={url} query={x} candidates={[candidate]} />
      <Combobox {...field} suggestUrl={url} selected={candidate} />
    </>
  ),
  ComboboxOptions: (
    <>
      <ComboboxOptions options={[candidate]} />
      <ComboboxOptions options={[]} emptyText={x} />
    </>
  ),
  ConfirmNotice: (
    <ConfirmNotice {...keys} title={x} text={x} action={url} hidden={{ [x]: x }} confirm={x} cancelHref={url} />
  ),
  DateBoxes: <DateBoxes {...field} value={{ era: x, year: x, month: x, day: x }} />,
  Disclosure: <Disclosure title={x} />,
  EmptyState: <EmptyState text={x} hint={x} action={{ text: x, href: url }} />,
  ErrorSummary: (
    <ErrorSummary
      errors={[
        { field: x, message: x },
        { field: '', message: x },
      ]}
    />
  ),
  Field: <Field {...field} />,
  FieldGroup: <FieldGroup {...field} />,
  FigureTile: (
    <FigureTile
      name={x}
      href={url}
      figure={{ value: 1, text: x }}
      unit={x}
      counting={x}
      target={2}
      pace={{ value: 1, basis: x }}
      progress={x}
      state="final"
      rate={{ kind: x, numerator: 1, denominator: 2 }}
      notes={[x]}
      trend={[{ label: x, value: 1 }]}
    />
  ),
  FilterPanel: <FilterPanel action={url} clearHref={url} />,
  FilterTags: <FilterTags filters={[{ label: x, value: x, removeHref: url }]} clearHref={url} resultText={x} />,
  Form: <Form {...keys} action={url} id={x} hidden={{ [x]: x }} attrs={{ 'data-x': x }} />,
  Heading: <Heading level={2} text={x} id={x} />,
  HiddenValues: <HiddenValues values={{ [x]: x }} />,
  Icon: <Icon name="alert" label={x} />,
  Inline: <Inline>{nothing}</Inline>,
  KanaField: <KanaField {...field} value={x} />,
  KeyValues: (
    <KeyValues
      items={[
        { term: x, text: x, href: url, note: x },
        { term: x, text: x },
      ]}
    />
  ),
  Ladder: (
    <Ladder
      attempts={[
        {
          number: 1,
          title: x,
          detail: x,
          href: url,
          steps: [step],
          outcome: { label: x, tone: 'failure' },
          reason: x,
          negotiated: { text: x, side: 'national' },
        },
      ]}
    />
  ),
  Link: <Link href={url} text={x} context={x} class={x} />,
  MonthColumns: <MonthColumns title={x} unit={x} months={[{ label: x, actual: 1, href: url }]} />,
  Notice: <Notice tone="warn" title={x} text={x} />,
  NumberField: <NumberField {...field} value={x} unit={x} />,
  Page: (
    <Page
      title={x}
      actor={actor}
      nav={[{ label: x, href: url, count: 1 }]}
      csrfToken={x}
      flash={flash}
      searchQuery={x}
    />
  ),
  PageHeading: <PageHeading title={x} lead={x} back={{ text: x, href: url }} />,
  Pager: <Pager label={x} page={2} pageSize={1} total={3} hrefOf={() => url} />,
  Peek: <Peek title={x} href={url} />,
  PeekLink: <PeekLink href={url} peekHref={url} context={x} />,
  Person: <Person name={x} side="national" detail={x} />,
  PlanBoard: (
    <PlanBoard
      empty={x}
      steps={[
        {
          number: 1,
          title: x,
          side: 'municipal',
          owner: x,
          due: x,
          state: 'open',
          mark: { text: x, tone: 'info' },
          fallback: { text: x, status: x, tone: 'info' },
          leadsTo: [x],
          actions: nothing,
        },
      ]}
    />
  ),
  PostButton: <PostButton {...keys} action={url} text={x} hidden={{ [x]: x }} context={x} />,
  PrintButton: <PrintButton text={x} />,
  ProtectedBadge: <ProtectedBadge until={x} />,
  RadioChips: <RadioChips {...field} options={[choice]} value={x} />,
  Select: <Select {...field} options={[choice]} value={x} blank={x} attrs={{ 'data-x': x }} />,
  SideMark: <SideMark side="municipal" />,
  SignatureBoxes: <SignatureBoxes boxes={[{ label: x, note: x }]} />,
  SortLink: <SortLink label={x} href={url} />,
  Sparkline: <Sparkline label={x} points={[{ label: x, value: 1 }]} />,
  Stack: <Stack>{nothing}</Stack>,
  StaleNotice: (
    <StaleNotice
      changedBy={x}
      side="national"
      changedAt={x}
      changes={[{ label: x, saved: x, typed: x }]}
      currentHref={url}
    />
  ),
  StatusBadge: <StatusBadge label={x} phase="ended" />,
  SubmitRow: <SubmitRow save={x} next={x} cancelHref={url} />,
  Table: (
    <Table
      caption={x}
      empty={x}
      phone="cards"
      rows={[x]}
      columns={[
        { header: x, text: (row) => row, sort: { href: url } },
        { header: x, text: (row) => row, href: () => url },
      ]}
    />
  ),
  Tabs: <Tabs label={x} items={[{ label: x, href: url }]} />,
  TargetBar: <TargetBar label={x} actual={1} target={2} pace={1} unit={x} />,
  TextArea: <TextArea {...field} value={x} attrs={{ 'data-x': x }} />,
  TextField: <TextField {...field} value={x} autocomplete={x} unit={x} attrs={{ 'data-x': x }} />,
  TimeField: <TimeField {...field} value={x} />,
  Timeline: (
    <Timeline
      entries={[
        {
          day: '2026-06-01',
          time: x,
          who: { name: x, side: 'national' },
          icon: 'note',
          kind: x,
          title: x,
          detail: x,
          href: url,
          own: true,
        },
      ]}
    />
  ),
  TypedText: <TypedText text={x} />,
  VisuallyHidden: <VisuallyHidden text={x} />,
  WithPeek: <WithPeek>{nothing}</WithPeek>,
};

it('covers every component of the room', () => {
  const components = Object.entries(ui).flatMap(([name, value]) =>
    typeof value === 'function' && /^[A-Z]/.test(name) ? [name] : [],
  );
  expect(Object.keys(rendered).sort()).toEqual(components.sort());
});

describe.each(Object.entries(rendered))('%s', (_name, element) => {
  const html = String(element);
  const outsideAttributes = html.replace(/="[^"]*"/g, '');

  it('opens no tag that came with the text', () => {
    expect(outsideAttributes).not.toContain('<script>');
    expect(outsideAttributes).not.toContain('alert(1)</script');
  });

  it('gives an entity back as it was typed', () => {
    const shown = html.replace(/ (?:name|id|form|class|autocomplete|data-x)="[^"]*"/g, '');
    expect(shown).not.toMatch(/script>&lt;/);
  });

  it('leads to no address that runs', () => {
    const addresses = [...html.matchAll(/ (?:href|action|formaction|hx-get|data-suggest-url)="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(addresses.filter((address) => address.includes('script:'))).toEqual([]);
  });
});
