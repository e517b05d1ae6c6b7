import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { EditCouncil, EditSite } from '../../dto/site.dto.js';
import { SitePartsService } from '../../site-parts.service.js';
import { SiteService } from '../../site.service.js';
import { membersFromText, textOfMembers, withMembersError } from './council-members.js';
import { councilPage, settingsPage } from './site-settings.view.js';

type Typed = Record<string, unknown>;

/** 拠点の設定, 運営協議会: what a site has once. */
@Permit('site.manage')
@Controller('site')
export class SiteSettingsPageController {
  constructor(
    private readonly site: SiteService,
    private readonly parts: SitePartsService,
  ) {}

  @Get('edit')
  async settings(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return settingsPage(page, { site, form: formState(site) });
  }

  @Post()
  @HttpCode(200)
  async saveSettings(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      await this.site.edit(page.actor, await validated(EditSite, withDates(body, ['openedOn'])));
      return seeOther('/site', 'saved');
    } catch (error) {
      return settingsPage(page, { site: await this.site.file(page.actor), form: formState(body, error) });
    }
  }

  @Get('council')
  async council(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return councilPage(page, {
      site,
      form: formState({ ...site.council, members: textOfMembers(site.council?.members ?? []) }),
    });
  }

  @Post('council')
  @HttpCode(200)
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
}
