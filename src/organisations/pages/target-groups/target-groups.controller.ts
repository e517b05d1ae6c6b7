import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Html, IdempotencyKey, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { AddTargetGroup, ChooseGroups } from '../../dto/site.dto.js';
import { SiteService } from '../../site.service.js';
import { targetGroupsPage } from './target-groups.view.js';

type Typed = Record<string, unknown>;

/** 対象者区分: those the site helps, and a group that no list has. */
@Permit('reference.manage')
@Controller('site/target-groups')
export class TargetGroupsPageController {
  constructor(private readonly site: SiteService) {}

  @Get()
  async show(@ForPage() page: PageContext): Promise<Html> {
    const site = await this.site.file(page.actor);
    return this.render(page, formState({ codes: site.targetGroups.map(({ code }) => code) }), formState({}));
  }

  @Post('selection')
  @HttpCode(200)
  async choose(@ForPage() page: PageContext, @Body() body: Typed): Promise<Html | SeeOther> {
    try {
      await this.site.chooseGroups(page.actor, await validated(ChooseGroups, withDates(body, [])));
      return seeOther('/site', 'saved');
    } catch (error) {
      return this.render(page, formState(body, error), formState({}));
    }
  }

  @Post()
  @HttpCode(200)
  async add(
    @ForPage() page: PageContext,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.site.addTargetGroup(page.actor, await validated(AddTargetGroup, withDates(body, [])), key);
      return seeOther('/site/target-groups', 'saved');
    } catch (error) {
      const site = await this.site.file(page.actor);
      return this.render(page, formState({ codes: site.targetGroups.map(({ code }) => code) }), formState(body, error));
    }
  }

  private async render(page: PageContext, form: FormState, addForm: FormState): Promise<Html> {
    const [site, known] = await Promise.all([this.site.file(page.actor), this.site.knownGroups(page.actor)]);
    return targetGroupsPage(page, { site, known, form, addForm });
  }
}
