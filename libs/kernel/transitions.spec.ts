import { defineTransitions } from './transitions.js';

type Door = 'open' | 'shut' | 'locked' | 'removed';
type Act = 'open' | 'shut' | 'lock' | 'remove';

const doors = defineTransitions<Door, Act, { by: 'guest' | 'owner' }>({
  initial: 'open',
  states: ['open', 'shut', 'locked', 'removed'],
  rows: [
    { from: ['open'], action: 'shut', to: 'shut', by: 'guest' },
    { from: ['shut', 'locked'], action: 'open', to: 'open', by: 'guest' },
    { from: ['shut'], action: 'lock', to: 'locked', by: 'owner' },
    { from: ['open', 'shut', 'locked'], action: 'remove', to: 'removed', by: 'owner' },
  ],
});

describe('a transition table', () => {
  it('finds the row of an action in a state with its own columns', () => {
    expect(doors.find('shut', 'lock')).toMatchObject({ to: 'locked', by: 'owner' });
    expect(doors.find('open', 'lock')).toBeUndefined();
  });

  it('lists what leaves a state in the order of the table', () => {
    expect(doors.from('shut').map(({ action }) => action)).toEqual(['open', 'lock', 'remove']);
  });

  it('knows where a record ends', () => {
    expect(doors.states.filter((state) => doors.isFinal(state))).toEqual(['removed']);
  });
});

describe('defining a table', () => {
  it('refuses a state that cannot be reached', () => {
    const rows = [{ from: ['locked'], action: 'open', to: 'open' }] as const;
    expect(() => defineTransitions<Door, Act>({ initial: 'open', rows })).toThrow('unreachable from open: locked');
  });

  it('refuses a state that no row mentions', () => {
    expect(() => defineTransitions<Door, Act>({ initial: 'open', states: ['open', 'removed'], rows: [] })).toThrow(
      'removed',
    );
  });

  it('refuses two outcomes of one action', () => {
    const rows = [
      { from: ['open'], action: 'shut', to: 'shut' },
      { from: ['open', 'shut'], action: 'shut', to: 'locked' },
    ] as const;
    expect(() => defineTransitions<Door, Act>({ initial: 'open', rows })).toThrow('two outcomes for shut in open');
  });
});
