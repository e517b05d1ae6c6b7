import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NotFound } from '#kernel';
import { fill, ja } from '#messages';
import { DateBoxes, Select } from '#ui';
import { SitesRepository } from '../../../organisations/index.js';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { AddGroup, EndGroup } from '../../dto/group.dto.js';
import { JobseekersService } from '../../jobseekers.service.js';
import { GroupsService } from '../../records/groups.service.js';
import { groupName } from '../person-words.js';
import { smallFormPage } from './small-form.js';

const words = ja.screens.jobseekers;

/** 対象者区分の追加と終了. */
@Permit('jobseeker.edit')
@Controller('jobseekers/:id/groups')
export class GroupsPageController {
  constructor(
    private readonly groups: GroupsService,
    private readonly jobseekers: JobseekersService,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get('new')
  show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return this.renderAdd(page, id, formState({ startsOn: this.work.clock.today() }));
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
      await this.groups.add(page.actor, id, await validated(AddGroup, withDates(body, ['startsOn'])), key);
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.renderAdd(page, id, formState(body, error));
    }
  }

  @Get(':groupId/end')
  showEnd(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<Html> {
    return this.renderEnd(page, id, groupId, formState({ endsOn: this.work.clock.today() }));
  }

  @Post(':groupId/end')
  @HttpCode(200)
  async end(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    try {
      await this.groups.end(page.actor, id, groupId, await validated(EndGroup, withDates(body, ['endsOn'])));
      return seeOther(`/jobseekers/${id}`, 'saved');
    } catch (error) {
      return this.renderEnd(page, id, groupId, formState(body, error));
    }
  }

  private async renderAdd(page: PageContext, id: string, form: FormState): Promise<Html> {
    const person = await this.jobseekers.get(page.actor, id);
    const site = await this.work.read(page.actor, (tx) => this.sites.current(tx));
    const options = site.targetGroups.map(({ code, name }) => ({ value: code, label: name }));
    const fields = (
      <>
        <Select
          name="groupCode"
          label={words.targetGroups}
          required
          width="long"
          blank={words.choose}
          options={options}
          value={form.value('groupCode')}
          error={form.error('groupCode')}
        />
        <DateBoxes
          name="startsOn"
          label={words.memberFrom}
          required
          value={form.date('startsOn')}
          error={form.error('startsOn')}
        />
      </>
    );
    return smallFormPage(page, person, {
      title: words.addGroup,
      action: `/jobseekers/${id}/groups`,
      form,
      fields,
    });
  }

  private async renderEnd(page: PageContext, id: string, groupId: string, form: FormState): Promise<Html> {
    const { person, groups } = await this.jobseekers.file(page.actor, id);
    const membership = groups.find((group) => group.id === groupId);
    if (!membership) throw new NotFound('group_membership');
    const fields = (
      <DateBoxes
        name="endsOn"
        label={words.memberUntil}
        required
        support={words.memberUntilSupport}
        value={form.date('endsOn')}
        error={form.error('endsOn')}
      />
    );
    const title = fill(words.endGroup, { group: groupName(membership.groupCode) });
    return smallFormPage(page, person, { title, action: `/jobseekers/${id}/groups/${groupId}/end`, form, fields });
  }
}
