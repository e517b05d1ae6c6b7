import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext } from '../../../platform/pages/index.js';
import { CaseFrame } from '../../../support-cases/index.js';
import { WritePlan } from '../../dto/plan-fields.dto.js';
import { SupportPlansService } from '../../support-plans.service.js';
import { withFormRows, readForm, rowsOf, typedPlan, withMoreRows } from './edit-plan.form.js';
import { editPage } from './edit-plan.view.js';

type Typed = Readonly<Record<string, unknown>>;

/** プランの作成・変更: rows of steps, without script too. */
@Controller('cases/:id/plan')
export class EditPlanPageController {
  constructor(
    private readonly plans: SupportPlansService,
    private readonly frame: CaseFrame,
  ) {}

  @Get('edit')
  @Permit('plan.write')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id);
  }

  @Post()
  @HttpCode(200)
  @Permit('plan.write')
  async write(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    if (body['_rows'] === 'more') return this.render(page, id, withMoreRows(body));
    // Until the rows are read, an error names the row on the form; afterwards, the place in the list made of them.
    let rows: readonly number[] | null = null;
    try {
      const read = readForm(body);
      rows = read.rows;
      const plan = await validated(WritePlan, read.input);
      const { version } = plan;
      const { planVersion } = await (version === undefined
        ? this.plans.drawUp(page.actor, id, plan, key)
        : this.plans.revise(page.actor, id, { ...plan, version }, key));
      return seeOther(`/cases/${id}/plan?version=${planVersion}`, 'plan_written');
    } catch (error) {
      return this.render(page, id, body, rows === null ? error : withFormRows(error, rows));
    }
  }

  private async render(page: PageContext, id: string, typed?: Typed, error?: unknown): Promise<Html> {
    // What no form can show is thrown on before anything is read for it.
    const refused = typed && formState(typed, error);
    const frame = await this.frame.load(page.actor, id);
    const plan = await this.plans.ofCase(page.actor, id);
    const shown = typed ?? typedPlan(plan?.proposed ?? plan?.inForce ?? null, plan?.proposed ?? null, frame.today);
    return editPage(page, {
      frame,
      plan,
      form: refused ?? formState(shown),
      rows: rowsOf(shown),
      staff: await this.plans.possibleOwners(page.actor, frame.person.id),
    });
  }
}
