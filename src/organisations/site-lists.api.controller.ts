import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit, RowIdPipe } from '../platform/http/index.js';
import { AddReason, EditReason } from './dto/reason.dto.js';
import { AddProgramme, AddTargetGroup, ChooseGroups, EditProgramme } from './dto/site.dto.js';
import { SitePartsService } from './site-parts.service.js';
import { SiteService } from './site.service.js';

/** What a site's people choose from: 対象者区分, 事業, 理由. */
@ApiTags('site')
@ApiBearerAuth()
@Permit('reference.manage')
@Controller('api/v1/site')
export class SiteListsApiController {
  constructor(
    private readonly site: SiteService,
    private readonly parts: SitePartsService,
  ) {}

  @Put('target-groups/selection')
  @HttpCode(204)
  chooseGroups(@CurrentActor() actor: StaffActor, @Body() body: ChooseGroups): Promise<void> {
    return this.site.chooseGroups(actor, body);
  }

  @Post('target-groups')
  addTargetGroup(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddTargetGroup,
    @IdempotencyKey() key?: string,
  ): Promise<{ code: string }> {
    return this.site.addTargetGroup(actor, body, key);
  }

  @Post('programmes')
  addProgramme(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddProgramme,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addProgramme(actor, body, key);
  }

  @Put('programmes/:id')
  @HttpCode(204)
  editProgramme(
    @CurrentActor() actor: StaffActor,
    @Param('id', RowIdPipe) id: number,
    @Body() body: EditProgramme,
  ): Promise<void> {
    return this.parts.editProgramme(actor, id, body);
  }

  @Post('reasons')
  addReason(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddReason,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addReason(actor, body, key);
  }

  @Put('reasons/:id')
  @HttpCode(204)
  editReason(
    @CurrentActor() actor: StaffActor,
    @Param('id', RowIdPipe) id: number,
    @Body() body: EditReason,
  ): Promise<void> {
    return this.parts.editReason(actor, id, body);
  }
}
