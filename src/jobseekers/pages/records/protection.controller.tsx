import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { isProtected, renewableFrom, renewalReasons } from '#domain/jobseeker';
import { formatMoment, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  Card,
  DateBoxes,
  Form,
  Inline,
  Notice,
  PageHeading,
  PostButton,
  ProtectedBadge,
  Stack,
  SubmitRow,
  TextArea,
} from '#ui';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import {
  ForPage,
  FormProblems,
  formState,
  type FormState,
  type PageContext,
  renderPage,
  withDates,
} from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ProtectJobseeker } from '../../dto/protect-jobseeker.dto.js';
import { LiftProtection } from '../../glass/broken-glass.dto.js';
import { type AskedLift, ProtectionLiftService } from '../../glass/protection-lift.service.js';
import type { Jobseeker } from '../../jobseekers.repository.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { ProtectionService } from '../../protection.service.js';
import { fullName } from '../person-words.js';
import { smallFormPage } from './small-form.js';

const words = ja.screens.jobseekers;

/** DV等支援措置の登録と更新. */
@Permit('jobseeker.edit')
@Controller('jobseekers/:id/protection')
export class ProtectionPageController {
  constructor(
    private readonly protection: ProtectionService,
    private readonly jobseekers: JobseekersService,
    private readonly lifts: ProtectionLiftService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.render(page, id, formState({ startsOn: this.work.clock.today() }));
  }

  @Post()
  @HttpCode(200)
  async protect(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      const { startsOn } = await validated(ProtectJobseeker, withDates(body, ['startsOn']));
      await this.protection.protect(page.actor, id, startsOn);
      return seeOther(`/jobseekers/${id}`, 'protection_set');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('renewal')
  @HttpCode(200)
  async renew(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    try {
      await this.protection.renew(page.actor, id);
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState({}, error));
    }
  }

  @Post('lift')
  @HttpCode(200)
  async lift(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.lifts.ask(page.actor, id, await validated(LiftProtection, withDates(body, [])));
      return seeOther(`/jobseekers/${id}/protection`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Post('lift/confirmation')
  @HttpCode(200)
  async confirmLift(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    try {
      await this.lifts.confirm(page.actor, id);
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState({}, error));
    }
  }

  @Post('lift/withdrawal')
  @HttpCode(200)
  async withdrawLift(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html | SeeOther> {
    try {
      await this.lifts.withdraw(page.actor, id);
      return seeOther(`/jobseekers/${id}/protection`, 'saved');
    } catch (error) {
      return this.render(page, id, formState({}, error));
    }
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    if (isProtected(person.protectedUntil, this.work.clock.today()))
      return this.runningPage(page, person, form, await this.lifts.asked(page.actor, id));
    const fields = (
      <DateBoxes
        name="startsOn"
        label={words.protectionStartsOn}
        required
        support={words.protectionStartSupport}
        value={form.date('startsOn')}
        error={form.error('startsOn')}
      />
    );
    const before = <Notice tone="warn" text={words.protectionWarning} />;
    return smallFormPage(page, person, {
      title: words.registerProtection,
      action: `/jobseekers/${id}/protection`,
      form,
      save: words.registerNow,
      fields,
      before,
    });
  }

  /** A measure in force is renewed, from one month before its end, or lifted by two. */
  private runningPage(page: PageContext, person: Jobseeker, form: FormState, lift: AskedLift | null): Html {
    const until = person.protectedUntil ?? '';
    const renewable = renewalReasons(until, this.work.clock.today()).length === 0;
    const href = `/jobseekers/${person.id}`;
    const children = (
      <Stack>
        <PageHeading
          title={words.protectionAsNamed}
          back={{ text: fill(words.recordOf, { name: fullName(person) }), href }}
        />
        <FormProblems form={form} currentHref={href} />
        <Card>
          <Stack>
            <p>
              <ProtectedBadge until={formatWareki(until)} />
            </p>
            {renewable ? (
              <PostButton
                action={`${href}/protection/renewal`}
                csrfToken={page.csrfToken}
                text={words.renewOneYear}
                variant="primary"
              />
            ) : (
              <p safe>{fill(words.renewableFrom, { day: formatWareki(renewableFrom(until)) })}</p>
            )}
          </Stack>
        </Card>
        {lift ? (
          <WaitingLift page={page} href={href} lift={lift} />
        ) : (
          <Card title={words.liftProtection}>
            <Form action={`${href}/protection/lift`} csrfToken={page.csrfToken}>
              <TextArea
                name="reason"
                label={words.liftReason}
                required
                rows={2}
                maxlength={1000}
                support={words.liftByTwo}
                value={form.value('reason')}
                error={form.error('reason')}
              />
              <SubmitRow save={words.askToLift} cancelHref={href} />
            </Form>
          </Card>
        )}
      </Stack>
    );
    return renderPage(page, { title: fill(words.protectionOf, { name: fullName(person) }), children });
  }
}

/** What another than who asked may confirm, and anybody of the few take back. */
function WaitingLift({ page, href, lift }: { page: PageContext; href: string; lift: AskedLift }): JSX.Element {
  const isOwn = lift.requestedBy === page.actor.staffId;
  return (
    <Card title={words.liftProtection}>
      <Stack>
        <p safe>
          {fill(words.liftAskedBy, { name: lift.requestedByName ?? '', at: formatMoment(new Date(lift.requestedAt)) })}
        </p>
        <p safe>{lift.reason}</p>
        {isOwn ? <p>{words.liftNeedsAnother}</p> : null}
        <Inline>
          {isOwn ? null : (
            <PostButton
              action={`${href}/protection/lift/confirmation`}
              csrfToken={page.csrfToken}
              text={words.confirmLift}
              variant="primary"
            />
          )}
          <PostButton
            action={`${href}/protection/lift/withdrawal`}
            csrfToken={page.csrfToken}
            text={words.withdrawLift}
          />
        </Inline>
      </Stack>
    </Card>
  );
}
