import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { SitesRepository } from '../../organisations/index.js';
import { type DueWork, JobHandlers } from '../../platform/queue/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { DUPLICATE_TOLD_TOPIC, type DuplicateTold } from './duplicate-queue.service.js';

const WORKER = (siteIds: number[]): SystemActor => ({ kind: 'system', name: 'worker', siteIds, organisationIds: [] });

/**
 * Looks every Monday for persons of whom two organisations may have a record, and puts the question to whoever knew them first. By the week, because by the
 * minute a question would tell when somebody out of sight was registered.
 */
@Injectable()
export class DuplicateQuestionsJob implements OnModuleInit {
  static readonly topic = 'duplicates.ask';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: DuplicateQuestionsJob.topic,
      schedule: '0 7 * * 1',
      handle: () => this.askEverywhere(),
      due: () => this.due(),
    });
  }

  async askEverywhere(): Promise<void> {
    for (const { make } of await this.due()) await make();
  }

  private async due(): Promise<DueWork[]> {
    const siteIds = await this.work.read(WORKER([]), (tx) => this.sites.allIds(tx));
    return siteIds.map((siteId) => ({ what: `site ${siteId}`, make: () => this.ask(siteId) }));
  }

  /** @returns how many questions were put */
  private async ask(siteId: number): Promise<number> {
    return this.work.write(WORKER([siteId]), { purpose: DuplicateQuestionsJob.topic }, async (tx) => {
      const asked = await tx.sql<{ id: string }>('SELECT id FROM ask_about_duplicates()');
      for (const { id } of asked) {
        const payload: DuplicateTold = { siteId, questionId: id };
        tx.send({ topic: DUPLICATE_TOLD_TOPIC, payload });
      }
      return asked.length;
    });
  }
}
