import type { CaseFrameView } from '../../frame/case-frame.js';
import type { CaseSteps } from '../../steps/steps.service.js';
import type { SupportCase, TransitionLine } from '../../support-cases.repository.js';
import { axisOf, stepCards } from './case-steps.presenter.js';

const TARGETS = { caseId: 'c', jobseekerId: 'j', requestId: null };

function stepsWith(more: Partial<CaseSteps>): CaseSteps {
  return { status: 'intake', version: 1, actions: [], closeReasons: [], transitions: [], request: null, ...more };
}

describe('the steps of a case, as cards', () => {
  it('put what leads on before what waits, and closing last', () => {
    const actions: CaseSteps['actions'] = [
      { action: 'close', to: 'closed', decidedBy: 'staff', side: 'either', allowed: true, asks: ['close_reason'] },
      {
        action: 'record_consent',
        to: 'consented',
        decidedBy: 'staff',
        side: 'municipal',
        allowed: false,
        reasons: [{ code: 'sharing_consent_missing' }],
      },
      { action: 'request_support', to: 'requested', decidedBy: 'staff', side: 'municipal', allowed: true, asks: [] },
      {
        action: 'return_request',
        to: 'consented',
        decidedBy: 'staff',
        side: 'national',
        allowed: false,
        reasons: [{ code: 'only_national_side' }],
      },
    ];
    const cards = stepCards(stepsWith({ actions }), TARGETS);
    expect(cards.map(({ action, way }) => [action, way])).toEqual([
      ['request_support', 'link'],
      ['record_consent', 'blocked'],
      ['return_request', 'other_side'],
      ['close', 'form'],
    ]);
    expect(cards[0]?.href).toBe('/cases/c/requests/new');
    expect(cards[1]?.reasons[0]?.fix?.href).toBe('/jobseekers/j/consents/new?kind=sharing');
  });
});

describe('the axis of a case', () => {
  const line = (toStatus: TransitionLine['toStatus'], happenedOn: string): TransitionLine => ({
    id: happenedOn,
    fromStatus: null,
    toStatus,
    action: 'open',
    happenedOn,
    reason: null,
    note: null,
    by: null,
  });
  const frame = (supportCase: Partial<SupportCase>): CaseFrameView =>
    ({
      case: { openedOn: '2026-04-01', closedOn: null, interviewHeldOn: null, conferenceHeldOn: null, ...supportCase },
      person: { clocks: [{ name: '住宅手当', endsOn: '2026-09-30', daysLeft: 112, tone: 'far' }] },
      today: '2026-06-10',
    }) as unknown as CaseFrameView;

  it('leaves out states passed within a day and lets the last one run on', () => {
    const transitions = [
      line('intake', '2026-04-01'),
      line('candidate', '2026-04-20'),
      line('consented', '2026-04-20'),
    ];
    expect(axisOf(frame({}), stepsWith({ transitions })).stretches).toEqual([
      { label: '相談受付', phase: 'before', from: '2026-04-01', to: '2026-04-20' },
      { label: '同意', phase: 'before', from: '2026-04-20' },
    ]);
  });

  it('reaches to the end of the benefit that sets the deadline', () => {
    const axis = axisOf(frame({ interviewHeldOn: '2026-05-01' }), stepsWith({}));
    expect(axis.to).toBe('2026-09-30');
    expect(axis.marks).toEqual([
      { label: '個別面接', date: '2026-05-01' },
      { label: '住宅手当', date: '2026-09-30', tone: 'deadline' },
    ]);
  });

  it('ends on the day the case was closed', () => {
    const transitions = [line('intake', '2026-04-01'), line('closed', '2026-05-15')];
    const axis = axisOf(frame({ closedOn: '2026-05-15' }), stepsWith({ transitions }));
    expect(axis).toMatchObject({ to: '2026-05-15', marks: [], stretches: [{ label: '相談受付', to: '2026-05-15' }] });
  });
});
