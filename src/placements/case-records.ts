import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isByReferral, placementState } from '#domain/placement';
import type { CaseFacts } from '#domain/support-case';
import { PlacementLookup } from '../referrals/index.js';
import { CaseEvidence } from '../support-cases/index.js';
import { PLACEMENTS_AND_OFFERS, type PlacementsAndOffers, PlacementsRepository } from './placements.repository.js';

/** Tells the rooms below what they cannot know: the placement of a case, and the offers that no placement has used up. */
@Injectable()
export class CaseRecords implements OnModuleInit {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly lookup: PlacementLookup,
    private readonly placements: PlacementsRepository,
  ) {}

  onModuleInit(): void {
    this.evidence.register({ select: PLACEMENTS_AND_OFFERS, tell: factsOf });
    this.lookup.register((tx, source) => this.placements.from(tx, source));
  }
}

/**
 * Of several offers the one that asks most counts: an open one before an accepted one, a declined one last. Of several placements
 * the one in which the person works, else the latest.
 */
function factsOf({ placements, unusedOffers }: PlacementsAndOffers): Pick<CaseFacts, 'offer' | 'placement'> {
  const placement = placements.find((one) => placementState(one) === 'in_force') ?? placements.at(-1);
  return {
    offer: (['open', 'accepted', 'declined'] as const).find((status) => unusedOffers.includes(status)) ?? null,
    placement: placement
      ? { id: placement.id, byReferral: isByReferral(placement), state: placementState(placement) }
      : null,
  };
}
