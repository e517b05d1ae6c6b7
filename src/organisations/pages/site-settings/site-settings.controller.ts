import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { AddTargetGroup, ChooseGroups, EditCouncil, EditSite } from '../../dto/site.dto.js';
import { SitePartsService } from '../../site-parts.service.js';
import { SiteService } from '../../site.service.js';
import { membersFromText, textOfMembers, withMembersError } from './council-members.js';
import { councilPage, groupsPage, settingsPage } from './site-settings.view.js';

type Typed = Record<string, unknown>;

/** 拠点の設定, 運営協議会, 対象者区分: what a site has once. */
@Controller('site')
export class SiteSettingsPageController {
  constructor(
    private readonly site: SiteService,
    private readonly parts: SitePartsService,
  ) {}

  @Get('edit')
  @Permit('site.manage')
  async settings(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return settingsPage(page, { site, form: formState(site) });
  }

  @Post('edit')
  @HttpCode(200)
  @Permit('site.manage')
  async saveSettings(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      await this.site.edit(page.actor, await validated(EditSite, withDates(body, ['openedOn'])));
      return seeOther('/site', 'saved');
    } catch (error) {
      return settingsPage(page, { site: await this.site.file(page.actor), form: formState(body, error) });
    }
  }

  @Get('council')
  @Permit('site.manage')
  async council(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return councilPage(page, {
      site,
      form: formState({ ...site.council, members: textOfMembers(site.council?.members ?? []) }),
    });
  }

  @Post('council')
  @HttpCode(200)
  @Permit('site.manage')
  async saveCouncil(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      await this.parts.editCouncil(
        page.actor,
        await validated(EditCouncil, { ...withDates(body, []), members: membersFromText(body['members']) }),
      );
      return seeOther('/site', 'saved');
    } catch (error) {
      return councilPage(page, {
        site: await this.site.file(page.actor),
        form: formState(body, withMembersError(error)),
      });
    }
  }

  @Get('groups')
  @Permit('reference.manage')
  async groups(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return this.renderGroups(page, formState({ codes: site.targetGroups.map(({ code }) => code) }), formState({}));
  }

  @Post('groups')
  @HttpCode(200)
  @Permit('reference.manage')
  async chooseGroups(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      await this.site.chooseGroups(page.actor, await validated(ChooseGroups, withDates(body, [])));
      return seeOther('/site', 'saved');
    } catch (error) {
      return this.renderGroups(page, formState(body, error), formState({}));
    }
  }

  @Post('groups/new')
  @HttpCode(200)
  @Permit('reference.manage')
  async addGroup(
    @ForPage() page: PageContext,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.site.addTargetGroup(page.actor, await validated(AddTargetGroup, withDates(body, [])), key);
      return seeOther('/site/groups', 'saved');
    } catch (error) {
      const site = await this.site.file(page.actor);
      return this.renderGroups(
        page,
        formState({ codes: site.targetGroups.map(({ code }) => code) }),
        formState(body, error),
      );
    }
  }

  private async renderGroups(
    page: PageContext,
    form: ReturnType<typeof formState>,
    addForm: ReturnType<typeof formState>,
  ): Promise<Html> {
    const [site, known] = await Promise.all([this.site.file(page.actor), this.site.knownGroups(page.actor)]);
    return groupsPage(page, { site, known, form, addForm });
  }
}
