import { provisionalNotes, stateOfMonth } from './provisional.js';

describe('速報', () => {
  it.each([
    ['in the month itself', '2026-06-10', null, { provisional: true, running: true }],
    ['on the last day, when the month is over', '2026-06-30', null, { provisional: true, running: false }],
    ['long after, as nobody closed it', '2027-03-01', null, { provisional: true, running: false }],
    ['as known before it was closed', '2026-07-09', '2026-07-10', { provisional: true, running: false }],
    ['from the day it was closed', '2026-07-10', '2026-07-10', { provisional: false, running: false }],
  ] as const)('June %s', (_, asOf, closedOn, state) => {
    expect(stateOfMonth('2026-06', asOf, closedOn)).toEqual(state);
  });

  it.each([
    [true, 0, []],
    [false, 0, [{ code: 'window_not_over' }]],
    [true, 2, [{ code: 'still_under_support', people: 2 }]],
    [false, 2, [{ code: 'window_not_over' }, { code: 'still_under_support', people: 2 }]],
  ] as const)('a rate whose window is over: %s, with %i people under support', (windowOver, stillSupported, notes) => {
    expect(provisionalNotes({ windowOver, stillSupported })).toEqual(notes);
  });
});
