import {
  BarePage,
  Button,
  Checkbox,
  DateBoxes,
  ClockBadge,
  ErrorSummary,
  Form,
  MonthColumns,
  Pager,
  Select,
  Sparkline,
  SubmitRow,
  Table,
  TextArea,
  TextField,
  clockText,
  clockTone,
  pagesAround,
  typedDate,
} from './index.js';
import { groupByDay } from './case/timeline.js';
import { niceMaximum, placeLabels, share } from './charts/scale.js';
import { barText } from './charts/target-bar.js';

describe('clock', () => {
  it.each([
    [31, 'far', 'あと31日'],
    [30, 'near', 'あと30日'],
    [0, 'near', '本日まで'],
    [-1, 'over', '1日超過'],
  ] as const)('%i days left', (daysLeft, tone, text) => {
    expect(clockTone({ label: '', daysLeft })).toBe(tone);
    expect(clockText(daysLeft)).toBe(text);
  });

  it('takes the nearness of the deadline it shows', () => {
    expect(String(<ClockBadge label="支援措置" daysLeft={40} nearWithin={60} />)).toContain('clock-near');
  });
});

describe('date boxes', () => {
  it('fills the boxes in the Japanese calendar and shows both calendars', () => {
    const html = String(<DateBoxes name="born" label="生年月日" value="2019-05-01" />);
    expect(html).toContain('value="令和" selected');
    expect(html).toContain('令和元年5月1日（2019年）');
    expect(html).toContain('name="born_month"');
  });

  it('keeps what was typed where it is no date', () => {
    const html = String(
      <DateBoxes
        name="born"
        label="生年月日"
        value={{ era: '平成', year: '三十', month: '2', day: '30' }}
        error="暦にない日です"
      />,
    );
    expect(html).toContain('value="三十"');
    expect(html).toContain('value="平成" selected');
    expect(html).toContain('<output class="date-both"></output>');
    expect(html).toContain('aria-describedby="f-born-error"');
  });

  it('writes the era into the year box where there is no choice of eras', () => {
    expect(String(<DateBoxes name="a" label="期限" eraSelect={false} value="2012-04-01" />)).toContain(
      'value="平成24"',
    );
    expect(typedDate('2012-04-01')).toEqual({ era: '平成', year: '24', month: '4', day: '1' });
  });
});

describe('fields', () => {
  it('ties label, support text and error to the control', () => {
    const html = String(
      <TextField name="name.kana" label="カナ" required support="カタカナ" error="入力してください" />,
    );
    expect(html).toContain('for="f-name-kana"');
    expect(html).toContain('aria-describedby="f-name-kana-support f-name-kana-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('※必須');
  });

  it('gives typed text back as it was typed', () => {
    expect(String(<TextField name="a" label="a" value={'&lt; "x" 髙\u{E0100}'} />)).toContain(
      'value="&amp;lt; &#34;x&#34; 髙\u{E0100}"',
    );
    expect(String(<TextArea name="a" label="a" value={'\n二行目'} />)).toContain('>\n\n二行目</textarea>');
  });
});

describe('a form with several buttons', () => {
  const buttonsOf = (content: JSX.Element): string[] => {
    const html = String(
      <Form action="/plan" csrfToken="token">
        {content}
      </Form>,
    );
    return html.match(/<button[^>]*>/g) ?? [];
  };
  const addsRow = <Button text="行を追加" name="_rows" value="more" auxiliary />;

  it('begins with one that saves, since Enter presses the first', () => {
    const [first, second] = buttonsOf(
      <>
        {addsRow}
        <SubmitRow />
      </>,
    );
    expect(first).not.toMatch(/name=|data-auxiliary/);
    expect(first).toContain('aria-hidden="true"');
    expect(second).toContain('data-auxiliary');
  });

  it('has no further button where the first one saves anyway', () => {
    expect(buttonsOf(<SubmitRow next>{addsRow}</SubmitRow>)).toHaveLength(3);
  });
});

describe('list of errors', () => {
  const page = (errors: { field: string; message: string }[], idPrefix?: string): string =>
    String(
      <BarePage title="登録">
        <ErrorSummary errors={errors} idPrefix={idPrefix} />
        <TextField name="name" label={'氏名 "通称" & <旧姓>'} error="入力してください。" />
        <DateBoxes name="born" label="生年月日" idPrefix="other" />
        <Checkbox name="agreed" label="本人が同意した" />
        <TextField name="steps.1.title" label="すること" within={'手順<2> & "二"'} />
        <p id="f-codes">区分</p>
      </BarePage>,
    );

  it('names each field as its own label does, and leads to it', () => {
    expect(page([{ field: 'name', message: '入力してください。' }])).toContain(
      '<a href="#f-name">氏名 &#34;通称&#34; &amp; &lt;旧姓>：入力してください。</a>',
    );
    expect(page([{ field: 'agreed', message: '選択してください。' }])).toContain(
      '<a href="#f-agreed">本人が同意した：選択してください。</a>',
    );
    expect(page([{ field: 'born', message: '暦にない日付です。' }], 'other')).toContain(
      '<a href="#other-born">生年月日：暦にない日付です。</a>',
    );
  });

  it('tells apart fields of one name', () => {
    expect(page([{ field: 'steps.1.title', message: '入力してください。' }])).toContain(
      '<a href="#f-steps-1-title">手順&lt;2> &amp; &#34;二&#34;　すること：入力してください。</a>',
    );
  });

  it('leads to what has no label, and nowhere where there is no field', () => {
    expect(page([{ field: 'codes', message: '選択してください。' }])).toContain(
      '<li><a href="#f-codes">選択してください。</a></li>',
    );
    expect(page([{ field: 'version', message: '入力してください。' }])).toContain('<li>入力してください。</li>');
    expect(page([{ field: '', message: '組合せが正しくありません。' }])).toContain(
      '<li><span>組合せが正しくありません。</span></li>',
    );
  });

  it('stands in the order of the fields, what belongs to none at the end', () => {
    const errors = ['version', 'kana', 'name'].map((field) => ({ field, message: '入力してください。' }));
    const html = String(
      <BarePage title="登録">
        <ErrorSummary errors={errors} />
        <TextField name="name" label="氏名" />
        <TextField name="kana" label="かな" />
      </BarePage>,
    );
    expect(html).toContain(
      '<li><a href="#f-name">氏名：入力してください。</a></li><li><a href="#f-kana">かな：入力してください。</a></li><li>入力してください。</li>',
    );
  });

  it('takes no words of the page for a line of its own', () => {
    const typed = '<a href="#f-name" data-error>偽</a>';
    expect(
      String(
        <BarePage title="登録">
          <ErrorSummary errors={[{ field: 'name', message: typed }]} />
          <TextField name="name" label="氏名" value={typed} />
        </BarePage>,
      ),
    ).toContain('氏名：&lt;a href=&#34;#f-name&#34; data-error>偽&lt;/a>');
  });
});

describe('table', () => {
  const columns = [{ header: '氏名', rowHeader: true, text: (row: { name: string | null }) => row.name }] as const;

  it('shows a dash for nothing and its own words for no rows', () => {
    expect(String(<Table caption="一覧" columns={columns} rows={[{ name: null }]} empty="いません" />)).toContain('—');
    expect(String(<Table caption="一覧" columns={columns} rows={[]} empty="いません" />)).toContain('いません');
  });

  it('keeps its meaning as a table where rows turn into cards', () => {
    const html = String(
      <Table caption="一覧" columns={columns} rows={[{ name: '見本 花子' }]} empty="" phone="cards" />,
    );
    expect(html).toContain('role="rowheader"');
    expect(html).toContain('data-label="氏名"');
  });
});

describe('pager', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [2, 9, [1, 2, 3, 0, 9]],
  ])('page %i of %i', (page, last, pages) => {
    expect(pagesAround(page, last)).toEqual(pages);
  });

  it('says which rows are shown', () => {
    expect(String(<Pager page={3} pageSize={50} total={120} hrefOf={(page) => `?page=${page}`} />)).toContain(
      '120件中 101〜120件',
    );
    expect(String(<Pager page={1} pageSize={50} total={0} hrefOf={() => '?'} />)).toContain('0件');
  });
});

describe('timeline', () => {
  it('keeps the order and joins neighbours of one day', () => {
    const entry = (day: string) => ({ day, icon: 'note', kind: 'メモ', title: day }) as const;
    const days = groupByDay([entry('2026-06-02'), entry('2026-06-02'), entry('2026-06-01')]);
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-06-02', 2],
      ['2026-06-01', 1],
    ]);
  });
});

describe('charts', () => {
  it.each([
    [0, 1],
    [1, 1],
    [17, 20],
    [22, 25],
    [44, 50],
    [51, 100],
    [1198, 2000],
  ])('an axis for %d ends at %d', (value, end) => {
    expect(niceMaximum(value)).toBe(end);
  });

  it('keeps bars inside their frame', () => {
    expect(share(170, 100, 1000)).toBe(1000);
    expect(share(-1, 100, 1000)).toBe(0);
    expect(share(1, 0, 1000)).toBe(0);
  });

  it('moves a label down that would cover another', () => {
    expect(
      placeLabels([
        { x: 0, width: 50 },
        { x: 20, width: 50 },
        { x: 200, width: 50 },
      ]),
    ).toEqual([0, 1, 0]);
  });

  it('says in words what it draws', () => {
    expect(barText({ label: '相談', actual: 198, target: 240, pace: 220, unit: '件' })).toBe(
      '相談：実績 198件、目標 240件、月末までの目安 220件',
    );
    expect(
      String(
        <Sparkline
          label="就職"
          points={[
            { label: '4月', value: 1 },
            { label: '5月', value: null },
          ]}
        />,
      ),
    ).toContain('5月 データなし');
  });

  it('leaves a gap where a month has no figure, which is not a zero', () => {
    const html = String(
      <MonthColumns
        title="就職"
        months={[
          { label: '4月', actual: 0 },
          { label: '5月', actual: null },
        ]}
      />,
    );
    expect(html.match(/class="column"/g)).toHaveLength(1);
  });
});

describe('a list to choose from', () => {
  it('may have its options under headings', () => {
    const options = [
      { value: 'none', label: 'なし' },
      {
        label: '辞退',
        options: [
          { value: 'commute', label: '通勤' },
          { value: 'pay', label: '賃金' },
        ],
      },
    ];
    const html = String(<Select name="reason" label="理由" options={options} value="pay" />).replace(/\s+/g, ' ');
    expect(html).toContain(
      '<optgroup label="辞退"><option value="commute">通勤</option><option value="pay" selected>賃金</option></optgroup>',
    );
    expect(html).toContain('<option value="none">なし</option>');
  });
});
