import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { isProtected, renewableFrom, renewalReasons } from '#domain/jobseeker';
import { formatWareki } from '#kernel';
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
        label="支援措置の開始日"
        required
        support="開始日から1年間有効です"
        value={form.date('startsOn')}
        error={form.error('startsOn')}
      />
    );
    const before = (
      <Notice
        tone="warn"
        text="登録すると、担当職員と登録した機関の監督者のほかは、検索・一覧・記録のどこにもこの人が表示されなくなります。"
      />
    );
    return smallFormPage(page, person, {
      title: 'DV等支援措置を登録する',
      action: `/jobseekers/${id}/protection`,
      form,
      save: '登録する',
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
        <PageHeading title="DV等支援措置" back={{ text: `${fullName(person)}さんの記録`, href }} />
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
                text="1年更新する"
                variant="primary"
              />
            ) : (
              <p safe>{`${formatWareki(renewableFrom(until))}から更新できます。`}</p>
            )}
          </Stack>
        </Card>
      </Stack>
    );
    return renderPage(page, { title: `DV等支援措置 - ${fullName(person)}`, children });
  }
}
