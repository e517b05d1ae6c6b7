import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { isRecordDay, tokyoTimeOf } from '#kernel';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther } from '../../../platform/http/index.js';
import { ForPage, type FormState, formState, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { JobseekersService } from '../../../jobseekers/index.js';
import { ConsultationsService } from '../../consultations.service.js';
import { type ChosenPerson, type QuickLogChoices, QuickLogReader } from '../../quick-log.reader.js';
import { ACTION, withFormFields, ownerValue, readQuickLog } from './quick-log.form.js';
import { personFragment, quickLogPage, type QuickLogView } from './quick-log.view.js';

/** People offered where no script runs. */
const CANDIDATES = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuidOrNone = (text: unknown): string | undefined =>
  typeof text === 'string' && UUID.test(text) ? text : undefined;

/** 相談の記録: the most frequent act, filled in as far as it can be known. */
@Controller('consultations')
export class QuickLogPageController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly reader: QuickLogReader,
    private readonly jobseekers: JobseekersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  @Permit('consultation.log')
  async show(
    @ForPage() page: PageContext,
    @Query() { jobseeker, case: supportCase, on }: Record<string, unknown>,
  ): Promise<Html> {
    const day =
      typeof on === 'string' && isRecordDay(on) && on <= this.work.clock.today() ? on : this.work.clock.today();
    const [choices, person] = await this.reader.choicesAndPerson(page.actor, day, {
      jobseekerId: uuidOrNone(jobseeker),
      supportCaseId: uuidOrNone(supportCase),
    });
    return quickLogPage(
      page,
      this.view(this.filledIn(page, choices, day, uuidOrNone(supportCase)), choices, person, day),
    );
  }

  /** What is shown about a person once picked; the part of the page that needs it asks for it. */
  @Get('new/person')
  @Permit('consultation.log')
  async person(@ForPage() page: PageContext, @Query() query: Record<string, unknown>): Promise<Html> {
    const today = this.work.clock.today();
    const [choices, person] = await this.reader.choicesAndPerson(page.actor, today, {
      jobseekerId: uuidOrNone(query['jobseekerId']),
    });
    return personFragment(
      page,
      this.view(formState({ participantIds: formState(query).values('participantIds') }), choices, person, today),
    );
  }

  @Post()
  @HttpCode(200)
  @Permit('consultation.log')
  async log(
    @ForPage() page: PageContext,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    const today = this.work.clock.today();
    if (body['_find'] === 'jobseekerId') return this.offerCandidates(page, body, today);
    try {
      const input = await readQuickLog(body, page.actor.staffId, today);
      const { id } = await this.consultations.log(page.actor, input, key);
      if (body['_after'] !== 'next') return seeOther(`/consultations/${id}`, 'consultation_logged');
      return seeOther(
        input.heldOn === today ? '/consultations/new' : `/consultations/new?on=${input.heldOn}`,
        'consultation_logged_next',
      );
    } catch (error) {
      const form = formState(body, withFormFields(error));
      const [choices, person] = await this.reader.choicesAndPerson(page.actor, today, {
        jobseekerId: uuidOrNone(body['jobseekerId']),
      });
      return quickLogPage(page, this.view(form, choices, person, today));
    }
  }

  /** Where no script runs, the button beside the name sends the form; it comes back with people to choose from. */
  private async offerCandidates(page: PageContext, body: Record<string, unknown>, today: string): Promise<Html> {
    const form = formState(body);
    const [choices, { items }] = await Promise.all([
      this.reader.choices(page.actor, today),
      this.jobseekers.search(page.actor, { q: form.value('jobseekerId_q'), limit: CANDIDATES }),
    ]);
    const candidates = items.map(({ id, number, familyName, givenName, familyKana, givenKana }) => ({
      value: id,
      label: `${familyName} ${givenName}`,
      kana: `${familyKana} ${givenKana}`,
      detail: number,
    }));
    return quickLogPage(page, { ...this.view(form, choices, undefined, today), candidates });
  }

  private view(form: FormState, choices: QuickLogChoices, person: ChosenPerson | undefined, day: string): QuickLogView {
    return {
      form,
      choices,
      person,
      team: teamOf(person, form.value('supportCaseId')),
      today: this.work.clock.today(),
      day,
    };
  }

  /**
   * Date, time, desk, channel and kind as last time, the next action my own. The team is offered and not ticked: who was at the table is counted, as
   * team support, and nobody should have to notice that a colleague was not there.
   */
  private filledIn(
    { actor }: PageContext,
    { last, desks }: QuickLogChoices,
    day: string,
    supportCaseId: string | undefined,
  ): FormState {
    const isToday = day === this.work.clock.today();
    const deskId = [last?.deskId, actor.deskId].find((id) => desks.some((desk) => desk.id === id));
    return formState({
      heldOn: day,
      startedAt: isToday ? tokyoTimeOf(this.work.clock.now()) : '',
      deskId: String(deskId ?? ''),
      channel: last?.channel ?? 'desk',
      kind: last?.kind ?? '',
      supportCaseId,
      [ACTION.owner]: ownerValue(actor.side, actor.staffId),
    });
  }
}

/** Who is on the named case, or on the only open one. */
function teamOf(person: ChosenPerson | undefined, supportCaseId: string | undefined): string[] {
  const onlyCase = person?.openCases.length === 1 ? person.openCases[0]?.id : undefined;
  const chosen = supportCaseId || onlyCase;
  return person?.team.filter((member) => member.supportCaseId === chosen).map(({ staffId }) => staffId) ?? [];
}
