import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { StaffActor } from '#access';
import { NotFound } from '#kernel';
import type { Choice } from '#ui';
import { type Employer, EmployersService } from '../../../employers/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame, type CaseFrameView } from '../../../support-cases/index.js';
import { openOrders } from './open-orders.js';
import type { ChooseEmployerQuery } from './query.js';
import { chooseEmployerPage } from './view.js';

/** What a form about an employer is drawn with. */
export interface EmployerFormContext {
  readonly frame: CaseFrameView;
  readonly employer: Employer;
  readonly orders: readonly Choice[];
}

/** 事業所の選択: the first step of the forms about an employer. */
@Injectable()
export class ChosenEmployer {
  constructor(
    private readonly employers: EmployersService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws NotFound for an employer or a case that the actor does not see, and for a form that names none */
  async context(actor: StaffActor, caseId: string, employerId: string): Promise<EmployerFormContext> {
    const frame = await this.frames.load(actor, caseId);
    if (!isUUID(employerId)) throw new NotFound('employer');
    const { employer, jobOrders } = await this.employers.file(actor, employerId);
    return { frame, employer, orders: openOrders(jobOrders, frame.person.id, this.work.clock.today()) };
  }

  /** The search for one. */
  async choose(
    page: PageContext, caseId: string, { q = '' }: ChooseEmployerQuery,
    { title, action, hrefOf }: { title: string; action: string; hrefOf: (employerId: string) => string },
  ): Promise<Html> {
    const frame = await this.frames.load(page.actor, caseId);
    const { items, next } = await this.employers.list(page.actor, { q });
    return chooseEmployerPage(page, frame, { title, action, q, items, more: next !== undefined, hrefOf });
  }
}
