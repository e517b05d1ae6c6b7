import fc from 'fast-check';
import { addendumProblems, consultationProblems, editReasons, editableUntil } from './index.js';
import type { ConsultationContext, ConsultationDraft } from './validation.js';

const CONTEXT: ConsultationContext = { today: '2012-10-01', siteOpenedOn: '2011-10-03', authorId: 'staff-1' };

const CONSULTATION: ConsultationDraft = {
  heldOn: '2012-10-01',
  minutes: 40,
  kind: 'vocational',
  channel: 'desk',
  outcomes: ['jobs_searched'],
  sharedText: '求人を三件確認した。',
  ownNote: null,
  participantIds: ['staff-1', 'staff-2'],
  nextActions: [{ title: '応募書類を見直す', ownerSide: 'national', ownerStaffId: 'staff-2', dueOn: '2012-10-08' }],
};

describe('the record of a consultation', () => {
  it('passes when filled in, with or without a next action', () => {
    expect(consultationProblems(CONSULTATION, CONTEXT)).toEqual([]);
    expect(consultationProblems({ ...CONSULTATION, minutes: null, nextActions: [] }, CONTEXT)).toEqual([]);
  });

  it.each<[string, Partial<ConsultationDraft>, [field: string, code: string][]]>([
    [
      'empty',
      { heldOn: null, kind: null, channel: null },
      [
        ['heldOn', 'required'],
        ['kind', 'choose_one'],
        ['channel', 'choose_one'],
      ],
    ],
    ['tomorrow', { heldOn: '2012-10-02' }, [['heldOn', 'date_in_future']]],
    ['before the site opened', { heldOn: '2011-10-02' }, [['heldOn', 'before_site_opened']]],
    ['longer than a day of work', { minutes: 601 }, [['minutes', 'out_of_range']]],
    ['without its author', { participantIds: ['staff-2'] }, [['participantIds', 'author_takes_part']]],
    ['too long', { sharedText: '長'.repeat(10_001) }, [['sharedText', 'too_long']]],
    [
      'a next action of nobody, some time',
      { nextActions: [{ title: '連絡', ownerSide: null, ownerStaffId: null, dueOn: null }] },
      [
        ['nextActions.0.ownerSide', 'choose_one'],
        ['nextActions.0.dueOn', 'required'],
      ],
    ],
    [
      'a next action before the consultation',
      { nextActions: [{ title: '連絡', ownerSide: 'jobseeker', ownerStaffId: null, dueOn: '2012-09-30' }] },
      [['nextActions.0.dueOn', 'due_before_consultation']],
    ],
  ])('%s', (_what, change, problems) => {
    expect(
      consultationProblems({ ...CONSULTATION, ...change }, CONTEXT).map(({ field, code }) => [field, code]),
    ).toEqual(problems);
  });
});

describe('editing a record', () => {
  const record = { authorId: 'staff-1', createdAt: new Date('2012-10-01T10:00:00+09:00') };
  const at = (time: string) => new Date(`2012-10-01T${time}+09:00`);

  it.each([
    ['staff-1', '10:30:00', []],
    ['staff-1', '11:00:00', []],
    ['staff-1', '11:00:01', ['edit_window_over']],
    ['staff-2', '10:30:00', ['only_author_edits']],
    ['staff-2', '12:00:00', ['only_author_edits', 'edit_window_over']],
  ])('by %s at %s within 60 minutes: %j', (staffId, time, codes) => {
    expect(editReasons(record, staffId, at(time), 60).map(({ code }) => code)).toEqual(codes);
  });

  it('property: is open to its author up to the end of the window and never after', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: -600_000, max: 600_000 }),
        (minutes, offset) => {
          const now = new Date(editableUntil(record.createdAt, minutes).getTime() + offset);
          expect(editReasons(record, 'staff-1', now, minutes).length === 0).toBe(offset <= 0);
        },
      ),
    );
  });
});

describe('an addendum', () => {
  it('says something', () => {
    expect(addendumProblems('面接日が決まった。')).toEqual([]);
    expect(addendumProblems('\n')).toEqual([{ field: 'text', code: 'required' }]);
  });
});
