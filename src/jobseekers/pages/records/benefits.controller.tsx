import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { BENEFIT_NAME_MAX } from '#domain/jobseeker';
import { NotFound } from '#kernel';
import { fill, ja } from '#messages';
import { DateBoxes, TextArea, TextField } from '#ui';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { AddBenefit, ChangeBenefitEnd } from '../../dto/benefit.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { BenefitsService } from '../../records/benefits.service.js';
import { smallFormPage } from './small-form.js';

const words = ja.screens.jobseekers;

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
          label={words.nameOfBenefit}
          required
          width="long"
          support={words.benefitSupport}
          maxlength={BENEFIT_NAME_MAX}
          value={form.value('name')}
          error={form.error('name')}
        />
        <DateBoxes
          name="startsOn"
          label={words.startsOn}
          required
          value={form.date('startsOn')}
          error={form.error('startsOn')}
        />
        <DateBoxes
          name="endsOn"
          label={words.endsOn}
          support={words.benefitEndSupport}
          value={form.date('endsOn')}
          error={form.error('endsOn')}
        />
        <TextArea
          name="note"
          label={words.note}
          rows={2}
          maxlength={1000}
          value={form.value('note')}
          error={form.error('note')}
        />
      </>
    );
    return smallFormPage(page, await this.jobseekers.get(page.actor, id), {
      title: words.addBenefit,
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
        label={words.endsOn}
        support={words.emptyMeansOngoing}
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
    );
    const version = refused?.stale?.currentVersion ?? (form.value('version') || benefit.version);
    return smallFormPage(page, person, {
      title: fill(words.changeEndOf, { benefit: benefit.name }),
      action: `/jobseekers/${id}/benefits/${benefitId}/end`,
      form,
      hidden: { version },
      fields,
    });
  }
}
