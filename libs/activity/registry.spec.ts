import { ACTIVITIES, ACTIVITY_KINDS, activityOf, AUDIT_CLASSES, kindsOfClass } from './index.js';
import { data, NO_DATA, NOBODY, ofPerson, ofSite } from './definition.js';
import type { Activity } from './registry.js';

const SPEC = {
  subject: 'consultation',
  words: { noun: '相談', title: '相談' },
  icon: 'consultation',
  audit: 'support',
  notifies: NOBODY,
} as const;

/** Handed over by a use case; `tx.record` takes the same type. */
const record = <Kind extends keyof typeof ACTIVITIES>(activity: Activity<Kind>): string => activity.kind;

const OF_PERSON = { subject: { type: 'consent', id: 'c' }, jobseekerId: 'p' } as const;

/** What must not compile does not: without the error, the line above it is one. `npm run check:types` reads these. */
describe('a half-declared kind does not compile', () => {
  it('without words, without who is told, with an unknown record or icon', () => {
    const { words: _words, ...wordless } = SPEC;
    const { notifies: _tells, ...untold } = SPEC;
    // @ts-expect-error words are missing
    ofPerson({ ...wordless, data: NO_DATA });
    // @ts-expect-error nobody said who is told; NOBODY is an answer, silence is not
    ofPerson({ ...untold, data: NO_DATA });
    // @ts-expect-error no such record
    ofPerson({ ...SPEC, data: NO_DATA, subject: 'novelty' });
    // @ts-expect-error no such icon
    ofPerson({ ...SPEC, data: NO_DATA, icon: 'novelty' });
    // @ts-expect-error an activity of the site has a title
    ofSite({ subject: 'site', audit: 'site' });
    expect(ofPerson({ ...SPEC, data: NO_DATA }).words.title).toBe('相談');
  });

  it('with a reader whom its data does not name', () => {
    const named = data<{ staffId: string; count: number }>();
    // @ts-expect-error a count names nobody
    ofPerson({ ...SPEC, data: named, notifies: { title: '知らせ', to: [{ staff: 'count' }] } });
    // @ts-expect-error told, but to whom
    ofPerson({ ...SPEC, data: named, notifies: { title: '知らせ', to: [] } });
    expect(
      ofPerson({ ...SPEC, data: named, notifies: { title: '知らせ', to: [{ staff: 'staffId' }] } }).notifies?.to,
    ).toEqual([{ staff: 'staffId' }]);
  });
});

describe('an activity that does not fit its kind does not compile', () => {
  it('of an unknown kind, with data missing, wrong or too much, on another record, without its person', () => {
    const withdrawn = { kind: 'sharing', organisationId: 1, sharedWithOrganisationId: 2 } as const;
    // @ts-expect-error no such kind
    record({ kind: 'consent.forgotten', ...OF_PERSON });
    // @ts-expect-error the data is missing
    record({ kind: 'consent.withdrawn', ...OF_PERSON });
    // @ts-expect-error no such kind of consent
    record({ kind: 'consent.withdrawn', ...OF_PERSON, data: { ...withdrawn, kind: 'novelty' } });
    // @ts-expect-error a text is none of the values that go with it
    record({ kind: 'consent.withdrawn', ...OF_PERSON, data: { ...withdrawn, reason: '本人の言葉' } });
    // @ts-expect-error a consent is withdrawn, not a plan
    record({ kind: 'consent.withdrawn', ...OF_PERSON, subject: { type: 'support_plan', id: 'c' }, data: withdrawn });
    // @ts-expect-error whose consent
    record({ kind: 'consent.withdrawn', subject: OF_PERSON.subject, data: withdrawn });
    // @ts-expect-error a desk is nobody's
    record({ kind: 'desk.added', subject: { type: 'desk', id: '1' }, jobseekerId: 'p' });
    expect(record({ kind: 'consent.withdrawn', ...OF_PERSON, data: withdrawn })).toBe('consent.withdrawn');
  });
});

describe('the registry', () => {
  it.each(ACTIVITY_KINDS)('%s has words, and a noun where it stands on a timeline', (kind) => {
    const { words, onTimeline } = ACTIVITIES[kind];
    expect(words.title).not.toBe('');
    expect(words.noun !== '').toBe(onTimeline);
  });

  it('names every kind noun.past_participle', () => {
    expect(ACTIVITY_KINDS.filter((kind) => !/^[a-z_]+\.[a-z_]+$/.test(kind))).toEqual([]);
  });

  it('sorts every kind into one class of the audit, and no class is empty', () => {
    const classed = AUDIT_CLASSES.map(kindsOfClass);
    expect(classed.flat().sort()).toEqual([...ACTIVITY_KINDS].sort());
    expect(classed.filter((kinds) => kinds.length === 0)).toEqual([]);
  });

  it('knows nothing of a kind that is no more, and says so', () => {
    expect(activityOf('novelty.happened')).toBeUndefined();
    expect(activityOf('toString')).toBeUndefined();
  });

  it('tells of nothing that is not of a person', () => {
    const told = ACTIVITY_KINDS.filter((kind) => ACTIVITIES[kind].notifies !== null);
    expect(told.filter((kind) => ACTIVITIES[kind].of !== 'person')).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(['request.made', 'consent.withdrawn', 'placement.reversed']));
  });
});
