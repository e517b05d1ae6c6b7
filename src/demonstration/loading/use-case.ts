import type { ImportActor } from '#access';
import type { UseCaseInput } from '../published-records/index.js';

type Told<Do extends UseCaseInput['do']> = Extract<UseCaseInput, { do: Do }>;

/** How inputs of these kinds are carried out: by a service, as the member of staff who did it. */
export type UseCases<Do extends UseCaseInput['do'] = UseCaseInput['do']> = {
  readonly [Kind in Do]: (input: Told<Kind>, actor: ImportActor) => Promise<void>;
};
