import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isByReferral } from '#domain/placement';
import type { CaseFacts } from '#domain/support-case';
import { PlacementStanding } from '../referrals/index.js';
import { CaseEvidence } from '../support-cases/index.js';
import { PLACEMENTS_AND_OFFERS, type PlacementsAndOffers, PlacementsRepository } from './placements.repository.js';

/** Tells the rooms below what they cannot know: the placement of a case, and the offers that no placement has used up. */
@Injectable()
export class CaseRecords implements OnModuleInit {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly standing: PlacementStanding,
    private readonly placements: PlacementsRepository,
  ) {}

  onModuleInit(): void {
    this.evidence.register({ select: PLACEMENTS_AND_OFFERS, tell: standingOf });
    this.standing.register((tx, cameOf) => this.placements.standsOn(tx, cameOf));
  }
}

/** Of several offers the one that asks most counts: an open one before an accepted one, a declined one last. */
function standingOf({ placements, unusedOffers }: PlacementsAndOffers): Pick<CaseFacts, 'offer' | 'placement'> {
  const placement = placements.find(({ reversed }) => !reversed) ?? placements.at(-1);
  return {
    offer: (['open', 'accepted', 'declined'] as const).find((status) => unusedOffers.includes(status)) ?? null,
    placement: placement ? { byReferral: isByReferral(placement), reversed: placement.reversed } : null,
  };
}
