import { Injectable } from '@nestjs/common';
import { isProtected } from '#domain/jobseeker';
import { NotFound } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type JobseekerEntity, JobseekerInSightEntity } from './jobseeker.entity.js';
import { kanaKeyOf, searchKeysOf, type SearchableNames } from './search-keys.js';

/** A person as recorded. */
export type Jobseeker = Readonly<JobseekerEntity>;

/** To be called wherever a person's records are opened: a protected person's are not opened unnoticed. */
export function noteOpening(tx: Transaction, { id, protectedUntil }: Pick<Jobseeker, 'id' | 'protectedUntil'>): void {
  if (isProtected(protectedUntil, tx.today)) tx.opens(id);
}

/** 求職者: what the database answers about persons; row-level security limits every query to those the actor may see. */
@Injectable()
export class JobseekersRepository {
  /**
   * Holds the person until the end of the transaction, so that what is decided by their records still holds when it is written.
   * @throws NotFound when there is no such person or the actor may not know of them
   */
  async lock(tx: Transaction, id: string): Promise<void> {
    const found = await tx.sql('SELECT id FROM jobseeker WHERE id = $1 FOR NO KEY UPDATE', [id]);
    if (found.length === 0) throw new NotFound('jobseeker');
  }

  /**
   * What of them is not shared with the actor is null ({@link SharingGrantsRepository.inSight} tells it from what is not known).
   * @throws NotFound when there is no such person or the actor may not know of them
   */
  async find(tx: Transaction, id: string): Promise<Jobseeker> {
    const person = await tx.manager.getRepository(JobseekerInSightEntity).findOneBy({ id });
    if (!person) throw new NotFound('jobseeker');
    noteOpening(tx, person);
    return person;
  }

  /** A 整理番号 that nobody has. */
  async freshNumber(tx: Transaction): Promise<string> {
    const [row] = await tx.sql<{ number: string }>('SELECT fresh_jobseeker_number() AS number');
    if (!row) throw new Error('no number was drawn');
    return row.number;
  }

  /** Replaces the keys a person is found by. */
  async index(
    tx: Transaction,
    person: SearchableNames & { readonly id: string; readonly siteId: number },
  ): Promise<void> {
    await tx.sql('DELETE FROM jobseeker_search WHERE jobseeker_id = $1', [person.id]);
    await tx.sql('INSERT INTO jobseeker_search (jobseeker_id, site_id, key) SELECT $1, $2, unnest($3::text[])', [
      person.id,
      person.siteId,
      searchKeysOf(person),
    ]);
  }

  /** Persons of the site that share a reading or the birth date: those worth comparing. */
  async comparable(
    tx: Transaction,
    person: Pick<SearchableNames, 'familyKana' | 'givenKana'> & { readonly birthDate: string | null },
    siteId: number,
  ): Promise<Jobseeker[]> {
    const keys = [kanaKeyOf(person), kanaKeyOf({ familyKana: '', givenKana: person.givenKana })];
    return tx.manager
      .getRepository(JobseekerInSightEntity)
      .createQueryBuilder('j')
      .where('j.site_id = :siteId', { siteId })
      .andWhere(
        '(j.birth_date = :birthDate OR j.id IN (SELECT s.jobseeker_id FROM jobseeker_search s WHERE s.site_id = :siteId AND s.key IN (:...keys)))',
        { birthDate: person.birthDate, keys },
      )
      .getMany();
  }

  /** Whether the actor would still see the person once protected (jobseekerVisible in the policies). */
  async staysVisibleWhenProtected(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.sql<{ stays: boolean }>(
      `SELECT app_is_assigned(id) OR (app_role() = 'supervisor' AND org_id = ANY (app_orgs())) AS stays FROM jobseeker WHERE id = $1`,
      [id],
    );
    return row?.stays === true;
  }
}
