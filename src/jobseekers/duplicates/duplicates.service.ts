import { Injectable } from '@nestjs/common';
import { type ComparedPerson, type DuplicateSign, duplicateLikelihood } from '#domain/jobseeker';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import { JobseekersRepository } from '../jobseekers.repository.js';

/** A person already on record who may be the one being registered; only ever one that the actor may see. */
export interface LikelyDuplicate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: IsoDate | null;
  readonly strength: 'strong' | 'possible';
  readonly signs: readonly DuplicateSign[];
}

/** 重複の確認: one person should have one record. */
@Injectable()
export class DuplicatesService {
  constructor(private readonly jobseekers: JobseekersRepository) {}

  /** Visible persons who are likely the same, the likeliest first, and every visible person that was compared. */
  async compare(
    tx: Transaction,
    person: ComparedPerson,
    siteId: number,
  ): Promise<{ likely: LikelyDuplicate[]; seen: string[] }> {
    const others = await this.jobseekers.comparable(tx, person, siteId);
    const likely = others.flatMap((other): LikelyDuplicate[] => {
      const { strength, signs } = duplicateLikelihood(person, other);
      if (strength === 'none') return [];
      const { id, number, birthDate } = other;
      return [
        {
          id,
          number,
          name: `${other.familyName} ${other.givenName}`,
          kana: `${other.familyKana} ${other.givenKana}`,
          birthDate,
          strength,
          signs,
        },
      ];
    });
    likely.sort((one, other) => Number(other.strength === 'strong') - Number(one.strength === 'strong'));
    return { likely, seen: others.map(({ id }) => id) };
  }

  /**
   * Asks for a look for matches that the actor may not know of. It is not taken here: neither the answer nor how long it takes may tell that there is one.
   */
  async wantLook(tx: Transaction, id: string, seen: readonly string[]): Promise<void> {
    await tx.sql('SELECT want_duplicate_look($1, $2::uuid[])', [id, seen]);
  }
}
