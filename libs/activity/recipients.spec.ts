import fc from 'fast-check';
import { ACTIVITIES, ACTIVITY_KINDS, activityOf } from './registry.js';
import { type Colleague, recipientsOf } from './recipients.js';

const CITY = 1;
const HELLO_WORK = 2;
const COUNCIL = 3;
const colleague = (staffId: string, organisationId: number, more: Partial<Colleague> = {}): Colleague => ({
  staffId,
  organisationId,
  side: organisationId === CITY ? 'municipal' : 'national',
  role: 'case_staff',
  onCase: false,
  withPerson: false,
  ...more,
});
const team = { onCase: true, withPerson: true };
const STAFF = [
  colleague('caseworker', CITY, team),
  colleague('caseworker2', CITY),
  colleague('city-supervisor', CITY, { role: 'supervisor' }),
  colleague('navigator', HELLO_WORK, team),
  colleague('navigator2', HELLO_WORK, { withPerson: true }),
  colleague('hw-supervisor', HELLO_WORK, { role: 'supervisor' }),
  // A third organisation, with which the person has to do as well.
  colleague('council', COUNCIL, { withPerson: true }),
];
const AUTHORS = {
  caseworker: { staffId: 'caseworker', organisationId: CITY },
  navigator: { staffId: 'navigator', organisationId: HELLO_WORK },
  supervisor: { staffId: 'city-supervisor', organisationId: CITY },
} as const;

const told = (kind: string, by: keyof typeof AUTHORS, data: object = {}, staff = STAFF): string[] => {
  const notice = activityOf(kind)?.notifies;
  if (!notice) throw new Error(`${kind} tells nobody`);
  return recipientsOf(notice, { author: AUTHORS[by], data: { ...data } }, staff).map(({ staffId }) => staffId);
};

describe('who is told', () => {
  it.each([
    ['request.made', 'caseworker', { toOrganisationId: HELLO_WORK }, ['hw-supervisor', 'navigator']],
    [
      'request.accepted',
      'navigator',
      { requestedBy: 'caseworker2', fromOrganisationId: CITY },
      ['caseworker2', 'caseworker'],
    ],
    ['request.returned', 'navigator', { requestedBy: 'caseworker', fromOrganisationId: CITY }, ['caseworker']],
    ['assignment.started', 'supervisor', { staffId: 'caseworker2' }, ['caseworker2']],
    ['assignment.started', 'caseworker', { staffId: 'caseworker' }, []],
    [
      'assignment.handed_over',
      'supervisor',
      { fromStaffId: 'caseworker', toStaffId: 'caseworker2' },
      ['caseworker2', 'caseworker'],
    ],
    ['assignment.handed_over', 'caseworker', { fromStaffId: 'caseworker', toStaffId: 'caseworker2' }, ['caseworker2']],
    ['consent.withdrawn', 'caseworker', {}, ['navigator', 'navigator2', 'council']],
    [
      'consent.withdrawn',
      'caseworker',
      { organisationId: CITY, sharedWithOrganisationId: HELLO_WORK },
      ['navigator', 'navigator2', 'city-supervisor', 'hw-supervisor'],
    ],
    ['consent.given', 'caseworker', { organisationId: null, sharedWithOrganisationId: null }, []],
    [
      'consent.given',
      'caseworker',
      { organisationId: CITY, sharedWithOrganisationId: HELLO_WORK },
      ['navigator', 'navigator2', 'city-supervisor', 'hw-supervisor'],
    ],
    ['sharing.asked', 'navigator', { sharedWithOrganisationId: CITY }, ['caseworker', 'city-supervisor']],
    [
      'sharing.confirmed',
      'supervisor',
      { sharedWithOrganisationId: HELLO_WORK },
      ['navigator', 'navigator2', 'hw-supervisor'],
    ],
    [
      'jobseeker.protected',
      'navigator',
      {},
      ['caseworker', 'navigator2', 'council', 'city-supervisor', 'hw-supervisor'],
    ],
    ['placement.reversed', 'navigator', {}, ['caseworker']],
    ['plan.agreed', 'navigator', {}, ['caseworker']],
    ['plan.revised', 'caseworker', {}, ['navigator']],
  ] as const)('of %s by %s', (kind, by, data, recipients) => {
    expect(told(kind, by, data)).toEqual(recipients);
  });

  it('is the supervisor of the asking side where nobody who asked is there any more', () => {
    const left = STAFF.filter(({ staffId }) => staffId !== 'caseworker');
    const data = { requestedBy: 'caseworker', fromOrganisationId: CITY };
    expect(told('request.returned', 'navigator', data, left)).toEqual(['city-supervisor']);
  });

  it('is whoever works with the person when it is delivered, not when it happened', () => {
    const handedOver = STAFF.map((each) =>
      each.staffId === 'caseworker'
        ? { ...each, onCase: false }
        : each.staffId === 'caseworker2'
          ? { ...each, onCase: true }
          : each,
    );
    expect(told('plan.agreed', 'navigator', {}, handedOver)).toEqual(['caseworker2']);
  });

  it('is never the author, nobody twice, and only somebody of the site, whatever happened', () => {
    const member = fc.record({
      staffId: fc.constantFrom('a', 'b', 'c', 'd'),
      organisationId: fc.constantFrom(CITY, HELLO_WORK),
      side: fc.constantFrom('municipal' as const, 'national' as const),
      role: fc.constantFrom('case_staff' as const, 'supervisor' as const),
      onCase: fc.boolean(),
      withPerson: fc.boolean(),
    });
    const staff = fc.uniqueArray(member, { selector: ({ staffId }) => staffId });
    const kinds = ACTIVITY_KINDS.filter((kind) => ACTIVITIES[kind].notifies !== null);
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'gone', null);
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        staff,
        names,
        names,
        fc.constantFrom(CITY, HELLO_WORK),
        (kind, at, one, other, org) => {
          const notice = activityOf(kind)?.notifies;
          if (!notice) throw new Error(kind);
          const data = {
            staffId: one,
            fromStaffId: one,
            toStaffId: other,
            requestedBy: one,
            toOrganisationId: org,
            fromOrganisationId: org,
          };
          const author = { staffId: 'a', organisationId: CITY };
          const found = recipientsOf(notice, { author, data }, at).map(({ staffId }) => staffId);
          expect(found).not.toContain('a');
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((id) => at.some(({ staffId }) => staffId === id))).toBe(true);
        },
      ),
    );
  });
});
