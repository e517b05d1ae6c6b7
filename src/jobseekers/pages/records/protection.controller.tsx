import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { isProtected, renewableFrom, renewalReasons } from '#domain/jobseeker';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, DateBoxes, Notice, PageHeading, PostButton, ProtectedBadge, Stack } from '#ui';
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

  private async render(page: PageContext, id: string, form: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    if (isProtected(person.protectedUntil, this.work.clock.today())) return this.runningPage(page, person, form);
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

  /** A measure in force can only be renewed, from one month before its end. */
  private runningPage(page: PageContext, person: Jobseeker, form: FormState): Html {
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
      </Stack>
    );
    return renderPage(page, { title: fill(words.protectionOf, { name: fullName(person) }), children });
  }
}
