import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { BENEFIT_NAME_MAX } from '#domain/jobseeker';
import { NotFound } from '#kernel';
import { DateBoxes, TextArea, TextField } from '#ui';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { AddBenefit, ChangeBenefitEnd } from '../../dto/benefit.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { BenefitsService } from '../../records/benefits.service.js';
import { smallFormPage } from './small-form.js';

/** 給付・手当の追加と終了日の変更. */
@Permit('jobseeker.edit')
@Controller('jobseekers/:id/benefits')
export class BenefitsPageController {
  constructor(
    private readonly benefits: BenefitsService,
    private readonly jobseekers: JobseekersService,
  ) {}

  @Get('new')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderAdd(page, id, formState({}));
  }

  @Post()
  @HttpCode(200)
  async add(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.benefits.add(
        page.actor,
        id,
        await validated(AddBenefit, withDates(body, ['startsOn', 'endsOn'])),
        key,
      );
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.renderAdd(page, id, formState(body, error));
    }
  }

  @Get(':benefitId/end')
  showEnd(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('benefitId', ParseUUIDPipe) benefitId: string,
  ): Promise<Html> {
    return this.renderEnd(page, id, benefitId);
  }

  @Post(':benefitId/end')
  @HttpCode(200)
  async changeEnd(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('benefitId', ParseUUIDPipe) benefitId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.benefits.changeEnd(
        page.actor,
        id,
        benefitId,
        await validated(ChangeBenefitEnd, withDates(body, ['endsOn'])),
      );
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.renderEnd(page, id, benefitId, formState(body, error));
    }
  }

  private async renderAdd(page: PageContext, id: string, form: FormState): Promise<Html> {
    const fields = (
      <>
        <TextField
          name="name"
          label="名称"
          required
          width="long"
          support="例：住居確保給付金、雇用保険、児童扶養手当"
          maxlength={BENEFIT_NAME_MAX}
          value={form.value('name')}
          error={form.error('name')}
        />
        <DateBoxes
          name="startsOn"
          label="開始日"
          required
          value={form.date('startsOn')}
          error={form.error('startsOn')}
        />
        <DateBoxes
          name="endsOn"
          label="終了日"
          support="支給の最後の日。残りの日数がケースに表示されます。"
          value={form.date('endsOn')}
          error={form.error('endsOn')}
        />
        <TextArea
          name="note"
          label="備考"
          rows={2}
          maxlength={1000}
          value={form.value('note')}
          error={form.error('note')}
        />
      </>
    );
    return smallFormPage(page, await this.jobseekers.get(page.actor, id), {
      title: '給付・手当を追加する',
      action: `/jobseekers/${id}/benefits`,
      form,
      fields,
    });
  }

  private async renderEnd(page: PageContext, id: string, benefitId: string, refused?: FormState): Promise<Html> {
    const { person, benefits } = await this.jobseekers.file(page.actor, id);
    const benefit = benefits.find((one) => one.id === benefitId);
    if (!benefit) throw new NotFound('benefit');
    const form = refused ?? formState({ endsOn: benefit.endsOn ?? '' });
    const fields = (
      <DateBoxes
        name="endsOn"
        label="終了日"
        support="空欄にすると「継続中」になります"
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
    );
    const version = refused?.stale?.currentVersion ?? (form.value('version') || benefit.version);
    return smallFormPage(page, person, {
      title: `「${benefit.name}」の終了日を変更する`,
      action: `/jobseekers/${id}/benefits/${benefitId}/end`,
      form,
      hidden: { version },
      fields,
    });
  }
}
