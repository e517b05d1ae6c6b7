import type { IsoDate } from '#kernel';
import type { SiteReason } from '../../../organisations/index.js';
import type { RefusedStep } from '../../../referrals/index.js';
import type { RecordFrame } from '../../../support-cases/index.js';
import type { PlacementFile } from '../../placements.service.js';

/** What can be recorded of a placement afterwards. */
export type FollowUp = 'contact' | 'leaving' | 'leaving-withdrawal' | 'reversal';

export interface PlacementView extends PlacementFile {
  readonly frame: RecordFrame;
  /** Why a placement can be reversed, or a job left. */
  readonly reasons: readonly SiteReason[];
  readonly today: IsoDate;
  readonly refused: RefusedStep<FollowUp> | undefined;
}
