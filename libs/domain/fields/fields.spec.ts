import {
  atMost,
  between,
  chosen,
  codeGuard,
  notBefore,
  notInFuture,
  realDate,
  required,
  requiredDate,
} from './index.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('checks of a field', () => {
  it.each<[string, readonly { code: string }[], string[]]>([
    ['spaces are nothing', required('name', ' 　'), ['required']],
    ['text is something', required('name', '見本'), []],
    ['nothing chosen', chosen('kind', null), ['choose_one']],
    ['a rare character counts once', atMost('name', '𠮷野', 2), []],
    ['too long', atMost('name', '見本花子', 3), ['too_long']],
    ['no date given', realDate('on', null), []],
    ['no date where one is needed', requiredDate('on', ''), ['required']],
    ['a day that does not exist', requiredDate('on', '2023-02-29'), ['not_a_date']],
    ['today has come', notInFuture('on', '2012-04-01', '2012-04-01'), []],
    ['tomorrow has not', notInFuture('on', '2012-04-02', '2012-04-01'), ['date_in_future']],
    ['what is no date is not compared', notInFuture('on', '9999-99-99', '2012-04-01'), []],
    ['the same day is in order', notBefore('endsOn', '2012-04-01', '2012-04-01', 'end_before_start'), []],
    ['the wrong order', notBefore('endsOn', '2012-03-31', '2012-04-01', 'end_before_start'), ['end_before_start']],
    ['no start to compare with', notBefore('endsOn', '2012-03-31', null, 'end_before_start'), []],
    ['inside the bounds', between('minutes', 600, 1, 600), []],
    ['outside', between('minutes', 601, 1, 600), ['out_of_range']],
    ['half a minute', between('minutes', 1.5, 1, 600), ['out_of_range']],
    ['not given', between('minutes', null, 1, 600), []],
  ])('%s', (_what, problems, expected) => {
    expect(codes(problems)).toEqual(expected);
  });

  it('knows the codes of a list', () => {
    const isKind = codeGuard(['participation', 'sharing']);
    expect(isKind('sharing')).toBe(true);
    expect(isKind('other')).toBe(false);
    expect(isKind(null)).toBe(false);
  });
});
