import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, Permit, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { TakeOver, TakeOverTasks } from '../../dto/take-over.dto.js';
import { UnattendedTasksService } from '../../unattended-tasks.service.js';
import { UnattendedService } from '../../unattended.service.js';
import { takeOverBodies, taskValue } from './unattended.form.js';
import { type TakenOver, unattendedPage } from './unattended.view.js';

/** 担当者不在: cases in which nobody of the own organisation answers, and what a leaver was to do; naming somebody for several at once. */
@Controller('unattended-cases')
export class UnattendedPageController {
  constructor(
    private readonly cases: UnattendedService,
    private readonly tasks: UnattendedTasksService,
  ) {}

  @Get()
  @Permit('case.assign')
  show(@ForPage() page: PageContext): Promise<Html> {
    return this.render(page, formState({}), []);
  }

  @Post('take-over')
  @HttpCode(200)
  @Permit('case.assign')
  async takeOver(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<Html> {
    try {
      const named = await this.named(page);
      const asked = takeOverBodies(body);
      // Both are read before either is written.
      const cases = asked.cases && (await validated(TakeOver, asked.cases));
      const tasks = asked.tasks && (await validated(TakeOverTasks, asked.tasks));
      const done: TakenOver[] = [];
      if (cases)
        for (const line of (await this.cases.takeOver(page.actor, cases)).items)
          done.push({ ...line, named: named.get(line.caseId) ?? '' });
      if (tasks)
        for (const line of (await this.tasks.takeOver(page.actor, tasks)).items)
          done.push({ ...line, named: named.get(taskValue(line)) ?? '' });
      return await this.render(page, formState({}), done);
    } catch (error) {
      return this.render(page, formState(body, error), []);
    }
  }

  /** What each is called, before it is gone from the list. */
  private async named({ actor }: PageContext): Promise<ReadonlyMap<string, string>> {
    return new Map([
      ...(await this.cases.list(actor)).map(({ caseId, number }) => [caseId, number] as const),
      ...(await this.tasks.list(actor)).map((task) => [taskValue(task), task.name] as const),
    ]);
  }

  private async render(page: PageContext, form: FormState, done: readonly TakenOver[]): Promise<Html> {
    return unattendedPage(page, {
      cases: await this.cases.list(page.actor),
      tasks: await this.tasks.list(page.actor),
      choices: await this.cases.choices(page.actor),
      form,
      done,
    });
  }
}
