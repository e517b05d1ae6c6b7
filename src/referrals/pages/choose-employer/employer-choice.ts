import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { NotFound } from '#kernel';
import type { Choice } from '#ui';
import { type Employer, EmployersService } from '../../../employers/index.js';
import type { Html } from '../../../platform/http/index.js';
import { formState, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { CaseFrame, type CaseFrameView } from '../../../support-cases/index.js';
import { type JobSearchRecord, recordingReasons } from '#domain/support-case';
import { openOrders } from './open-orders.js';
import type { ChooseEmployerQuery } from './choose-employer.query.js';
import { blockedRecordPage, chooseEmployerPage } from './choose-employer.view.js';

/** What a form about an employer is drawn with. */
export interface EmployerFormContext {
  readonly frame: CaseFrameView;
  readonly employer: Employer;
  readonly orders: readonly Choice[];
}

type Draw = (page: PageContext, view: EmployerFormContext & { readonly form: FormState }) => Html;

/** A form of a case about an employer, at /cases/:id/<path>/new. */
export interface FormAboutEmployer {
  /** What is going to be recorded. */
  readonly record: JobSearchRecord;
  readonly title: string;
  readonly path: string;
  /** What the blank form begins with, beside the employer. */
  readonly suggested: object;
  readonly draw: Draw;
}

/** 事業所の選択: the first step of the forms about an employer, and the form about the one chosen. */
@Injectable()
export class EmployerChoice {
  constructor(
    private readonly employers: EmployersService,
    private readonly frames: CaseFrame,
    private readonly work: UnitOfWork,
  ) {}

  /** The search until an employer is chosen, then the blank form; the reasons where the case takes no such record. */
  async formAbout(
    page: PageContext,
    caseId: string,
    query: ChooseEmployerQuery,
    { record, title, path, suggested, draw }: FormAboutEmployer,
  ): Promise<Html> {
    const frame = await this.frames.load(page.actor, caseId);
    if (recordingReasons(record, frame.case.status).length > 0)
      return blockedRecordPage(page, frame, { record, title });
    const action = `/cases/${caseId}/${path}/new`;
    if (query.employer === undefined)
      return this.choose(page, caseId, query, {
        title,
        action,
        hrefOf: (employer) => `${action}?employer=${employer}`,
      });
    return this.draw(page, caseId, formState({ employerId: query.employer, ...suggested }), draw);
  }

  /** The form about the employer it names. @throws NotFound for an employer or a case that the actor does not see, and for a form that names none */
  async draw(page: PageContext, caseId: string, form: FormState, draw: Draw): Promise<Html> {
    return draw(page, { ...(await this.context(page.actor, caseId, form.id('employerId'))), form });
  }

  /** The search for one. */
  async choose(
    page: PageContext,
    caseId: string,
    { q = '' }: ChooseEmployerQuery,
    { title, action, hrefOf }: { title: string; action: string; hrefOf: (employerId: string) => string },
  ): Promise<Html> {
    const frame = await this.frames.load(page.actor, caseId);
    const { items, next } = await this.employers.list(page.actor, { q });
    return chooseEmployerPage(page, frame, { title, action, q, items, more: next !== undefined, hrefOf });
  }

  private async context(
    actor: StaffActor,
    caseId: string,
    employerId: string | undefined,
  ): Promise<EmployerFormContext> {
    const frame = await this.frames.load(actor, caseId);
    if (employerId === undefined) throw new NotFound('employer');
    const { employer, jobOrders } = await this.employers.file(actor, employerId);
    return { frame, employer, orders: openOrders(jobOrders, frame.person.id, this.work.clock.today()) };
  }
}
