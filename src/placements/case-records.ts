import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isByReferral } from '#domain/placement';
import type { CaseFacts } from '#domain/support-case';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { PlacementStanding, ReferralsRepository } from '../referrals/index.js';
import { CaseEvidence } from '../support-cases/index.js';
import { PlacementsRepository } from './placements.repository.js';

/** Tells the rooms below what they cannot know: the placement of a case, and the offers that no placement has used up. */
@Injectable()
export class CaseRecords implements OnModuleInit {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly standing: PlacementStanding,
    private readonly placements: PlacementsRepository,
    private readonly referrals: ReferralsRepository,
  ) {}

  onModuleInit(): void {
    this.evidence.register((tx, caseId) => this.of(tx, caseId));
    this.standing.register((tx, cameOf) => this.placements.standsOn(tx, cameOf));
  }

  /** Of several offers the one that asks most counts: an open one before an accepted one, a declined one last. */
  private async of(tx: Transaction, caseId: string): Promise<Pick<CaseFacts, 'offer' | 'placement'>> {
    const placements = await this.placements.ofCase(tx, caseId);
    const used = new Set(placements.flatMap(({ offerId }) => (offerId === null ? [] : [offerId])));
    const offers = (await this.referrals.offersOf(tx, caseId)).filter(({ id }) => !used.has(id)).map(({ status }) => status);
    const placement = placements.find(({ reversedOn }) => reversedOn === null) ?? placements.at(-1);
    return {
      offer: (['open', 'accepted', 'declined'] as const).find((status) => offers.includes(status)) ?? null,
      placement: placement ? { byReferral: isByReferral(placement), reversed: placement.reversedOn !== null } : null,
    };
  }
}
