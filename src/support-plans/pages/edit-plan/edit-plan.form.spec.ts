import { InvalidInput } from '#kernel';
import { withFormRows, readForm, rowField, rowsOf, typedPlan, withMoreRows } from './edit-plan.form.js';

const row = (number: number, fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [rowField(number, name), value]));
const DUE = { dueOn_era: '令和', dueOn_year: '8', dueOn_month: '7', dueOn_day: '31' };
const EMPTY = {
  title: '',
  owner: '',
  order: '9',
  dueOn_era: '令和',
  dueOn_year: '',
  dueOn_month: '',
  dueOn_day: '',
  branchOn_era: '令和',
};

describe('the form of a plan', () => {
  it('leaves out empty rows and removed ones, and follows the numbers typed', () => {
    const { input, rows } = readForm({
      rows: '4',
      ...row(0, { title: '応募する', owner: 'national:staff-1', order: '3', ...DUE }),
      ...row(1, EMPTY),
      ...row(2, { title: '保育所に申し込む', owner: 'municipal', order: '１' }),
      ...row(3, { title: 'やめた手順', remove: 'yes' }),
    });
    expect(rows).toEqual([2, 0]);
    expect(input['steps']).toEqual([
      expect.objectContaining({ title: '保育所に申し込む', ownerSide: 'municipal', ownerStaffId: undefined }),
      expect.objectContaining({
        title: '応募する',
        ownerSide: 'national',
        ownerStaffId: 'staff-1',
        dueOn: '2026-07-31',
      }),
    ]);
  });

  it('names a date that is none at the row it was typed in', () => {
    const typed = { rows: '2', ...row(1, { title: '応募する', ...DUE, dueOn_day: '32' }) };
    expect(() => readForm(typed)).toThrow(
      expect.objectContaining({ fields: [{ field: 'steps.1.dueOn', code: 'no_such_day' }] }),
    );
  });

  it('plans a review where a day was typed', () => {
    const review = { reviewOn_era: '令和', reviewOn_year: '8', reviewOn_month: '9', reviewOn_day: '1' };
    expect(readForm(review).input['reviews']).toEqual([{ dueOn: '2026-09-01' }]);
    expect(readForm({}).input['reviews']).toEqual([]);
  });

  it('shows a problem of a step at its row, and one of its owner at the one list for it', () => {
    const problems = [
      { field: 'goal', code: 'required' },
      { field: 'steps', code: 'step_required' },
      { field: 'steps.0.dueOn', code: 'required' },
      { field: 'steps.1.ownerSide', code: 'required' },
      { field: 'reviews.0.dueOn', code: 'before_plan' },
    ];
    const shown = withFormRows(new InvalidInput(problems), [2, 0]);
    expect(shown).toMatchObject({
      fields: [
        { field: 'goal' },
        { field: 'steps.0.title' },
        { field: 'steps.2.dueOn' },
        { field: 'steps.0.owner' },
        { field: 'reviewOn' },
      ],
    });
  });

  it('grows by empty rows, each with a key of its own, and keeps what was typed', () => {
    const first = typedPlan(null, null, '2026-06-10');
    const grown = withMoreRows({ ...first, goal: '介護の仕事に就く' });
    expect([rowsOf(first), rowsOf(grown)]).toEqual([3, 6]);
    expect(grown['goal']).toBe('介護の仕事に就く');
    const keys = [0, 1, 2, 3, 4, 5].map((number) => grown[rowField(number, 'stepKey')]);
    expect(new Set(keys).size).toBe(6);
    expect(keys.slice(0, 3)).toEqual([0, 1, 2].map((number) => first[rowField(number, 'stepKey')]));
  });

  it('never has more rows than a plan may have steps', () => {
    expect(rowsOf(withMoreRows({ rows: '49' }))).toBe(50);
    expect(rowsOf({ rows: '1000000' })).toBe(50);
  });

  it('holds at its end what was taken out before the agreement, which comes back as it was without its mark', () => {
    const step = (stepKey: string, title: string) => ({
      ...{ id: stepKey, stepKey, title, ownerSide: 'national' as const, ownerStaffId: null, ownerName: null },
      ...{ dueOn: null, branchCondition: null, branchOn: null, branchOf: null, state: 'open' as const },
      ...{ doneOn: null, version: 1 },
    });
    const [kept, gone, back] = [step('a', '応募する'), step('b', '求人票を読む'), step('c', '面接の練習をする')];
    const edit = (...removed: (typeof kept)[]) => ({
      at: '2026-06-10T01:00:00.000Z',
      by: { name: '架空 市子', side: 'municipal' as const },
      differences: {
        goal: false,
        situation: false,
        steps: removed.map((before) => ({ kind: 'removed' as const, before })),
      },
    });
    const proposed = {
      ...{
        id: 'v',
        version: 1,
        goal: '働く',
        situation: '',
        reason: null,
        drawnUpOn: '2026-06-10' as const,
        agreedOn: null,
      },
      ...{ agreedHow: null, writtenAt: '2026-06-10T00:00:00.000Z', writtenBy: null },
      steps: [kept, back],
      edits: [edit(gone, back)],
    };
    const typed = typedPlan(proposed, proposed, '2026-06-10');
    expect(readForm(typed).input['steps']).toEqual(['a', 'c'].map((stepKey) => expect.objectContaining({ stepKey })));
    expect(readForm({ ...typed, [rowField(2, 'remove')]: '' }).input['steps']).toEqual(
      ['a', 'c', 'b'].map((stepKey) => expect.objectContaining({ stepKey })),
    );
    expect(
      typedPlan({ ...proposed, agreedOn: '2026-06-10' }, null, '2026-06-10')[rowField(2, 'title')],
    ).toBeUndefined();
  });
});
