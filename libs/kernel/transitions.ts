/** One line of a transition table: from any of these states, the action leads to `to`. */
export interface TransitionRow<State extends string, Action extends string> {
  readonly from: readonly State[];
  readonly action: Action;
  readonly to: State;
}

/** @typeParam Columns what a room adds to each row: the side that may act, the permission, the facts required … */
export interface TransitionDefinition<State extends string, Action extends string, Columns = unknown> {
  readonly initial: State;
  /** Every state of the record; when given, a state that no row mentions is found too. */
  readonly states?: readonly State[];
  readonly rows: readonly (TransitionRow<State, Action> & Columns)[];
}

/** A checked transition table (状態遷移表). */
export interface TransitionTable<State extends string, Action extends string, Columns = unknown> {
  readonly initial: State;
  readonly states: readonly State[];
  readonly rows: readonly (TransitionRow<State, Action> & Columns)[];
  /** The row for an action in a state, or undefined when the table has none. */
  find(state: State, action: Action): (TransitionRow<State, Action> & Columns) | undefined;
  /** All rows that leave a state, in the order of the table. */
  from(state: State): readonly (TransitionRow<State, Action> & Columns)[];
  /** Whether no row leaves the state. */
  isFinal(state: State): boolean;
}

/**
 * Makes a transition table and checks it when the program loads.
 * @throws Error when an action has two outcomes in one state, or a state cannot be reached from the initial one.
 */
export function defineTransitions<State extends string, Action extends string, Columns = unknown>(
  definition: TransitionDefinition<State, Action, Columns>,
): TransitionTable<State, Action, Columns> {
  const { initial, rows } = definition;
  const states = [...new Set([initial, ...(definition.states ?? []), ...rows.flatMap((row) => [...row.from, row.to])])];
  const leaving = (state: State) => rows.filter((row) => row.from.includes(state));

  for (const state of states)
    checkDeterministic(
      state,
      leaving(state).map((row) => row.action),
    );
  const unreachable = states.filter((state) => !reachableFrom(initial, leaving).has(state));
  if (unreachable.length > 0) throw new Error(`unreachable from ${initial}: ${unreachable.join(', ')}`);

  return {
    initial,
    states,
    rows,
    find: (state, action) => leaving(state).find((row) => row.action === action),
    from: leaving,
    isFinal: (state) => leaving(state).length === 0,
  };
}

function checkDeterministic(state: string, actions: readonly string[]): void {
  const twice = actions.find((action, index) => actions.indexOf(action) !== index);
  if (twice !== undefined) throw new Error(`two outcomes for ${twice} in ${state}`);
}

function reachableFrom<State extends string>(
  initial: State,
  leaving: (state: State) => readonly { to: State }[],
): Set<State> {
  const reached = new Set<State>([initial]);
  // A set visits what is added to it while it is walked.
  for (const state of reached) for (const { to } of leaving(state)) reached.add(to);
  return reached;
}
