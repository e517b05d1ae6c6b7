import { parseTime } from './time.js';

describe('parseTime', () => {
  it.each([
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['９：０５', '09:05'],
    ['14時30分', '14:30'],
    ['9時', '09:00'],
    [' 00:00 ', '00:00'],
  ])('reads %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each(['24:00', '12:60', '午後', '', '14', '14:30:00'])('refuses %j', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });
});
