import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import { EditCouncil, EditSite } from './dto/site.dto.js';
import type { SiteFile } from './site-file.repository.js';
import { SitePartsService } from './site-parts.service.js';
import { SiteService } from './site.service.js';

@ApiTags('site')
@ApiBearerAuth()
@Permit('site.manage')
@Controller('api/v1/site')
export class SiteApiController {
  constructor(
    private readonly site: SiteService,
    private readonly parts: SitePartsService,
  ) {}

  /** The site one works in: settings, agreements, council, organisations, desks, target groups, programmes, reasons. */
  @Get()
  @Permit('site.read')
  get(@CurrentActor() actor: StaffActor): Promise<SiteFile> {
    return this.site.file(actor);
  }

  @Put()
  @HttpCode(204)
  edit(@CurrentActor() actor: StaffActor, @Body() body: EditSite): Promise<void> {
    return this.site.edit(actor, body);
  }

  @Put('council')
  @HttpCode(204)
  editCouncil(@CurrentActor() actor: StaffActor, @Body() body: EditCouncil): Promise<void> {
    return this.parts.editCouncil(actor, body);
  }
}
