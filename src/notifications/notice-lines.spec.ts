import { linesOf, type NotificationRow } from './notice-lines.js';

const row = (id: string, more: Partial<NotificationRow> = {}): NotificationRow => ({
  id,
  kind: 'plan.revised',
  subjectType: 'support_plan',
  subjectId: 'plan',
  dueOn: null,
  createdAt: new Date('2026-06-10T09:00:00+09:00'),
  readAt: null,
  person: 'hanako',
  supportCase: 'case',
  jobseekerId: 'hanako',
  name: '見本 花子',
  caseId: 'case',
  ...more,
});
const at = (time: string): Partial<NotificationRow> => ({ createdAt: new Date(`2026-06-10T${time}:00+09:00`) });
const read = { readAt: new Date('2026-06-10T12:00:00+09:00') };

describe('the lines of notices', () => {
  it.each([
    ['one a person and case', [row('a'), row('b', at('10:00'))], [['b', 'a']]],
    ['another for another case', [row('a'), row('b', { ...at('10:00'), supportCase: 'other' })], [['b'], ['a']]],
    ['what is read apart from what came since', [row('a', read), row('b', at('13:00'))], [['b'], ['a']]],
    [
      'unread first, however old',
      [row('a', { ...at('08:00') }), row('b', { ...read, person: 'taro', ...at('11:00') })],
      [['a'], ['b']],
    ],
    [
      'what is about nobody by its kind',
      [
        row('a', { person: null, kind: 'monthly_report_made' }),
        row('b', { ...at('10:00'), person: null, kind: 'monthly_report_made' }),
        row('c', { ...at('11:00'), person: null }),
      ],
      [['c'], ['b', 'a']],
    ],
    ['none of nothing', [], []],
  ])('%s', (_, rows, ids) => {
    expect(linesOf(rows).map(({ notices }) => notices.map(({ id }) => id))).toEqual(ids);
  });

  it('tell nothing of a person out of sight, and when something is due first', () => {
    const hidden = { jobseekerId: null, name: null, caseId: null };
    const [line] = linesOf([
      row('a', { ...hidden, dueOn: '2026-06-12' }),
      row('b', { ...hidden, dueOn: '2026-06-11' }),
    ]);
    expect(line).toMatchObject({ hidden: true, dueOn: '2026-06-11' });
    expect(line?.notices.map(({ subjectId }) => subjectId)).toEqual([null, null]);
    expect(JSON.stringify(line)).not.toContain('hanako');
  });
});
