import type { PlanIndicator } from './yearly-plan.js';
import { programmeChanges, type TypedFigures, typedFiguresAfterImport } from './plan-import.js';

const TYPED: TypedFigures = { code: 'seminar', name: 'セミナー参加者数', entries: 3, counted: true };
const indicator = (code: string, type: 'manual' | 'count', name = 'セミナー参加者数'): PlanIndicator => ({
  code,
  name,
  unit: '人',
  version: 1,
  definition:
    type === 'manual'
      ? { type, source: '受付簿' }
      : { type, fact: 'consultation', counting: 'occurrences', date: 'occurred_on', filters: {} },
  targets: [],
  settings: [],
  footnotes: [],
});
const plan = (...indicators: PlanIndicator[]) => ({
  programmes: [{ code: 'p', name: '事業', targetGroups: [], indicators }],
});

describe('numbers typed in, after an import', () => {
  it.each([
    ['stay as they are when the file has their indicator', TYPED, plan(indicator('seminar', 'manual')), []],
    ['stay when only the name changes', TYPED, plan(indicator('seminar', 'manual', '講座の参加者')), []],
    ['are kept aside when the code is left out', TYPED, plan(), ['left_out']],
    ['are kept aside when the code is another', TYPED, plan(indicator('seminars', 'manual')), ['left_out']],
    ['are kept aside when it counts records now', TYPED, plan(indicator('seminar', 'count')), ['counted_from_records']],
    ['return with the code', { ...TYPED, counted: false }, plan(indicator('seminar', 'manual')), ['returns']],
    ['stay aside while the code is away', { ...TYPED, counted: false }, plan(), []],
    ['are nothing to speak of when there are none', { ...TYPED, entries: 0 }, plan(), []],
  ])('%s', (_, typed, file, effects) => {
    expect(typedFiguresAfterImport([typed], file).map(({ effect }) => effect)).toEqual(effects);
  });
});

describe('programmes, after an import', () => {
  const known = [{ code: 'walk-in', name: '一般相談', optionalSteps: ['candidate', 'requested'] }];
  it.each([
    ['keep what the file leaves unsaid', { code: 'walk-in', name: '一般相談' }, {}],
    [
      'keep what the file says too',
      { code: 'walk-in', name: '一般相談', optionalSteps: ['requested', 'candidate'] },
      {},
    ],
    ['are renamed by the file', { code: 'walk-in', name: '相談' }, { name: { from: '一般相談', to: '相談' } }],
    [
      'lose the steps the file takes away in words',
      { code: 'walk-in', name: '一般相談', optionalSteps: [] },
      { optionalSteps: { from: ['candidate', 'requested'], to: [] } },
    ],
    ['are new when the site lacks them', { code: 'new', name: '新しい事業', optionalSteps: [] }, {}],
  ])('%s', (_, programme, changes) => {
    expect(programmeChanges(known, [programme])).toEqual(
      Object.keys(changes).length === 0 ? [] : [{ code: programme.code, changes }],
    );
  });
});
