import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { WISH_TEXT_MAX } from '#domain/jobseeker';
import { InvalidInput } from '#kernel';
import { ja } from '#messages';
import { Checkbox, Columns, DateBoxes, NumberField, TextArea, TextField } from '#ui';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { RecordWish } from '../../dto/record-wish.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { WishesService } from '../../records/wishes.service.js';
import { smallFormPage } from './small-form.js';

const screenWords = ja.screens.jobseekers;

/** 希望条件の記録: begins with the last one, since usually only a part of it changes. */
@Permit('jobseeker.edit')
@Controller('jobseekers/:id/wishes')
export class WishesPageController {
  constructor(
    private readonly wishes: WishesService,
    private readonly jobseekers: JobseekersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const { wishes } = await this.jobseekers.file(page.actor, id);
    const last = wishes.at(-1);
    const typed = {
      ...last,
      occupations: last?.occupations.join('\n') ?? '',
      recordedOn: this.work.clock.today(),
      reasonForChange: '',
    };
    return this.render(page, id, formState(typed));
  }

  @Post()
  @HttpCode(200)
  async record(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.wishes.record(page.actor, id, await validated(RecordWish, withDates(body, ['recordedOn'])), key);
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, withOccupationsError(error)));
    }
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const { person, wishes } = await this.jobseekers.file(page.actor, id);
    const words = ja.jobseeker.wishField;
    const field = (name: keyof typeof words) => ({
      name,
      label: words[name],
      value: form.value(name),
      error: form.error(name),
    });
    const fields = (
      <>
        <DateBoxes
          name="recordedOn"
          label={screenWords.heardOn}
          required
          value={form.date('recordedOn')}
          error={form.error('recordedOn')}
        />
        <TextArea {...field('occupations')} support={screenWords.oneOccupationPerLine} rows={3} />
        <Checkbox
          name="undecided"
          label={screenWords.notDecidedYet}
          value="true"
          marked={false}
          checked={form.checked('undecided')}
        />
        <Columns>
          <NumberField {...field('weeklyHoursMin')} unit={screenWords.hoursUnit} />
          <NumberField {...field('weeklyHoursMax')} unit={screenWords.hoursUnit} />
        </Columns>
        <TextField {...field('daysAndTimes')} support={screenWords.nightsToo} width="full" maxlength={WISH_TEXT_MAX} />
        <TextField {...field('commute')} width="full" maxlength={WISH_TEXT_MAX} />
        <TextField {...field('workplace')} support={screenWords.liveInToo} width="full" maxlength={WISH_TEXT_MAX} />
        <TextArea {...field('note')} rows={3} maxlength={WISH_TEXT_MAX} />
        {wishes.length === 0 ? null : (
          <TextArea
            name="reasonForChange"
            label={screenWords.reasonForChange}
            required
            rows={2}
            maxlength={WISH_TEXT_MAX}
            value={form.value('reasonForChange')}
            error={form.error('reasonForChange')}
          />
        )}
      </>
    );
    const title = wishes.length === 0 ? screenWords.recordWishes : screenWords.recordChangedWishes;
    const lead = wishes.length === 0 ? undefined : screenWords.wishesPrefilled;
    return smallFormPage(page, person, {
      title,
      ...(lead ? { lead } : {}),
      action: `/jobseekers/${id}/wishes`,
      form,
      fields,
    });
  }
}

/** The form has one box for all occupations: what is wrong with one of them stands there. */
function withOccupationsError(error: unknown): unknown {
  if (!(error instanceof InvalidInput)) return error;
  const isOne = (field: string): boolean => field.startsWith('occupations.');
  return new InvalidInput(
    error.fields.map((problem) => (isOne(problem.field) ? { ...problem, field: 'occupations' } : problem)),
  );
}
