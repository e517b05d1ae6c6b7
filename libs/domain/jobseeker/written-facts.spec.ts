import fc from 'fast-check';
import { changedFacts, lastWritten, type PersonFacts, type WrittenFacts } from './index.js';

const AT = (hour: number): string => `2012-10-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const CITY: WrittenFacts = {
  values: { phone: '000-0000-0001', address: '見本市一丁目' },
  written: { phone: AT(9), address: AT(9) },
};

describe('what is shown of a person', () => {
  it('is of each field what was written last among the rows in sight', () => {
    const helloWork: WrittenFacts = { values: { phone: '000-0000-0002' }, written: { phone: AT(10) } };
    expect(lastWritten([CITY, helloWork])).toMatchObject({ phone: '000-0000-0002', address: '見本市一丁目' });
    expect(lastWritten([helloWork, CITY])).toMatchObject({ phone: '000-0000-0002', address: '見本市一丁目' });
    expect(lastWritten([CITY])).toMatchObject({ phone: '000-0000-0001', healthNote: null });
    expect(lastWritten([])).toMatchObject({ phone: null, leftJobOn: null });
  });

  it('is nothing where it was emptied last', () => {
    const emptied: WrittenFacts = { values: { address: null }, written: { address: AT(11) } };
    expect(lastWritten([CITY, emptied]).address).toBeNull();
  });

  it('property: hangs on no order, and each field on the rows that wrote it alone', () => {
    const row = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(row, (hours) => {
        const rows = hours.map((hour) => ({ values: { phone: String(hour) }, written: { phone: AT(hour) } }));
        const latest = String(Math.max(...hours));
        expect(lastWritten(rows).phone).toBe(latest);
        expect(lastWritten([...rows].reverse()).phone).toBe(latest);
        expect(lastWritten(rows).address).toBeNull();
      }),
    );
  });
});

describe('an edit', () => {
  it('writes the fields that were changed, and no other', () => {
    const shown: PersonFacts = lastWritten([CITY]);
    expect(changedFacts('contact', shown, { ...shown, phone: null, healthNote: '通院' })).toEqual({ phone: null });
    expect(changedFacts('health', shown, { ...shown, healthNote: '通院' })).toEqual({ healthNote: '通院' });
    expect(changedFacts('circumstances', shown, shown)).toEqual({});
  });
});
