import { countsAsPlannedFrom, nextVersionNumber, type PlanVersion } from './index.js';
import { agreedVersion } from './plan.js';

const version = (number: number, drawnUpOn: string, agreedOn: string | null): PlanVersion => ({
  version: number,
  drawnUpOn,
  agreedOn,
});

describe('versions of a plan', () => {
  const waiting = [version(1, '2012-06-01', null)];
  const revised = [
    version(1, '2012-06-01', '2012-06-05'),
    version(2, '2012-08-01', '2012-08-03'),
    version(3, '2012-10-01', null),
  ];

  it('are numbered from 1', () => {
    expect(nextVersionNumber([])).toBe(1);
    expect(nextVersionNumber(revised)).toBe(4);
  });

  it('hold once agreed, while the next one waits', () => {
    expect(agreedVersion(waiting)).toBeNull();
    expect(agreedVersion(revised)?.version).toBe(2);
  });

  it.each([
    ['drawn_up', waiting, '2012-06-01'],
    ['agreed', waiting, null],
    ['drawn_up', revised, '2012-06-01'],
    ['agreed', revised, '2012-06-05'],
    ['agreed', [], null],
  ] as const)('with the setting %s make the person count once', (setting, versions, day) => {
    expect(countsAsPlannedFrom(versions, setting)).toBe(day);
  });
});
