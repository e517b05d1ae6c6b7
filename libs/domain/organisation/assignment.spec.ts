import fc from 'fast-check';
import { addDays } from '#kernel';
import {
  assignmentProblems,
  handOver,
  handoverProblems,
  handoverReasons,
  isAssignedOn,
  teamOn,
  teamUntilClosing,
  type Assignment,
} from './index.js';
import type { AssignmentDraft, HandoverDraft } from './assignment.js';

const CITY = 1;
const HELLO_WORK = 2;

function anAssignment(more: Partial<Assignment> = {}): Assignment {
  return { staffId: 'staff-1', organisationId: CITY, role: 'lead', startsOn: '2012-04-01', endsOn: null, ...more };
}

describe('a team on a day', () => {
  it('is who is assigned; the end day is the first without', () => {
    const past = anAssignment({ endsOn: '2012-07-01' });
    const next = anAssignment({ staffId: 'staff-2', startsOn: '2012-07-01' });
    expect(teamOn([past, next], '2012-06-30')).toEqual([past]);
    expect(teamOn([past, next], '2012-07-01')).toEqual([next]);
  });
});

it('is remembered as it ended with the case: without whoever left before, and whoever was only to come', () => {
  const closed = (more: Partial<Assignment>, endedWith: 'closing' | 'departure' | null = 'closing') => ({
    ...anAssignment({ endsOn: '2012-07-01', ...more }),
    endedWith,
  });
  const stayed = closed({});
  const cameThatDay = closed({ staffId: 'staff-2', startsOn: '2012-07-01' });
  const before = closed({ staffId: 'staff-3', endsOn: '2012-06-01' }, null);
  const gone = closed({ staffId: 'staff-4', endsOn: '2012-06-01' }, 'departure');
  const toCome = closed({ staffId: 'staff-5', startsOn: '2012-08-01', endsOn: '2012-08-01' });
  expect(teamUntilClosing([stayed, cameThatDay, before, gone, toCome], '2012-07-01')).toEqual([stayed, cameThatDay]);
});

describe('a new assignment beside the others', () => {
  const others = [anAssignment({ endsOn: '2012-07-01' }), anAssignment({ staffId: 'staff-2', startsOn: '2012-07-01' })];

  it.each<[string, Partial<AssignmentDraft>, string[]]>([
    ['the same role again, later', { startsOn: '2012-07-01', role: 'interpreter' }, []],
    ['another role at the same time', { role: 'specialist' }, []],
    ['the same person twice in one role', { startsOn: '2012-06-30' }, ['assignment_overlaps']],
    ['a second lead of the same organisation', { staffId: 'staff-3', startsOn: '2012-08-01' }, ['role_is_taken']],
    ['a lead of the other side', { staffId: 'staff-4', organisationId: HELLO_WORK }, []],
    ['nobody, no role, no day', { staffId: null, role: '', startsOn: null }, ['choose_one', 'required', 'required']],
    ['an end before the start', { role: 'specialist', endsOn: '2012-03-31' }, ['end_before_start']],
  ])('%s', (_what, change, codes) => {
    expect(assignmentProblems({ ...anAssignment(), ...change }, others, ['lead']).map(({ code }) => code)).toEqual(
      codes,
    );
  });

  it('shares a role that several may hold', () => {
    expect(
      assignmentProblems(
        anAssignment({ staffId: 'staff-3', role: 'interpreter' }),
        [anAssignment({ role: 'interpreter' })],
        ['lead'],
      ),
    ).toEqual([]);
  });
});

describe('a hand-over', () => {
  const draft: HandoverDraft = { toStaffId: 'staff-2', on: '2012-07-01', reason: '異動', note: '面接日の調整中' };

  it('ends the old and starts the new on the same day, in the same role', () => {
    expect(handOver(anAssignment(), { toStaffId: 'staff-2', on: '2012-07-01' })).toEqual({
      ended: anAssignment({ endsOn: '2012-07-01' }),
      started: anAssignment({ staffId: 'staff-2', startsOn: '2012-07-01' }),
    });
  });

  it.each<[string, Partial<HandoverDraft>, [field: string, code: string][]]>([
    ['filled in', {}, []],
    [
      'to nobody, without reason and note',
      { toStaffId: null, reason: '', note: ' ' },
      [
        ['toStaffId', 'choose_one'],
        ['reason', 'required'],
        ['note', 'required'],
      ],
    ],
    ['to oneself', { toStaffId: 'staff-1' }, [['toStaffId', 'handover_to_same_person']]],
    ['before it began', { on: '2012-03-31' }, [['on', 'before_assignment']]],
  ])('%s', (_what, change, problems) => {
    expect(handoverProblems(anAssignment(), { ...draft, ...change }).map(({ field, code }) => [field, code])).toEqual(
      problems,
    );
  });

  it('is of what still goes on', () => {
    expect(handoverReasons(anAssignment())).toEqual([]);
    expect(handoverReasons(anAssignment({ endsOn: '2012-07-01' }))).toEqual([{ code: 'assignment_has_ended' }]);
  });

  it('property: on every day exactly one of the two has it, and the new row passes', () => {
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(day, day, (after, on) => {
        const current = anAssignment();
        const { ended, started } = handOver(current, { toStaffId: 'staff-2', on: addDays(current.startsOn, after) });
        const today = addDays(current.startsOn, on);
        expect([ended, started].filter((row) => isAssignedOn(row, today))).toHaveLength(1);
        expect(assignmentProblems(started, [ended], ['lead'])).toEqual([]);
      }),
    );
  });
});
