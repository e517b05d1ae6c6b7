import type { FieldError, IsoDate } from '#kernel';

/** Chosen where the cases of a desk that closes are to stand at no desk. */
export const NO_DESK = 0;

export interface DeskClosing {
  readonly deskId: number;
  /** Running cases at it. */
  readonly openCases: number;
  /** Where they go: a desk, {@link NO_DESK}, or null while nobody has said. */
  readonly moveCasesTo: number | null;
}

/** Problems of closing a desk (窓口の閉所): no running case may be left at it. */
export function deskClosingProblems(
  { deskId, openCases, moveCasesTo }: DeskClosing,
  desks: readonly { readonly id: number; readonly closedOn: IsoDate | null }[],
): FieldError[] {
  const field = 'moveCasesTo';
  if (moveCasesTo === null)
    return openCases === 0 ? [] : [{ field, code: 'desk_has_open_cases', params: { count: openCases } }];
  const isOpen = desks.some(({ id, closedOn }) => id === moveCasesTo && id !== deskId && closedOn === null);
  return moveCasesTo === NO_DESK || isOpen ? [] : [{ field, code: 'not_one_of' }];
}
