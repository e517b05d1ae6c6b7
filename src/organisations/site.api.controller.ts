import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../platform/http/index.js';
import { AddReason, EditReason } from './dto/reason.dto.js';
import {
  AddDesk,
  AddOrganisation,
  AddProgramme,
  AddTargetGroup,
  AgreementFields,
  ChooseGroups,
  EditAgreement,
  EditCouncil,
  EditDesk,
  EditProgramme,
  EditSite,
  RenameOrganisation,
} from './dto/site.dto.js';
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

  @Put('target-groups')
  @HttpCode(204)
  @Permit('reference.manage')
  chooseGroups(@CurrentActor() actor: StaffActor, @Body() body: ChooseGroups): Promise<void> {
    return this.site.chooseGroups(actor, body);
  }

  @Post('target-groups')
  @Permit('reference.manage')
  addTargetGroup(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddTargetGroup,
    @IdempotencyKey() key?: string,
  ): Promise<{ code: string }> {
    return this.site.addTargetGroup(actor, body, key);
  }

  @Post('agreements')
  addAgreement(
    @CurrentActor() actor: StaffActor,
    @Body() body: AgreementFields,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addAgreement(actor, body, key);
  }

  @Put('agreements/:id')
  @HttpCode(204)
  editAgreement(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: EditAgreement,
  ): Promise<void> {
    return this.parts.editAgreement(actor, id, body);
  }

  @Put('council')
  @HttpCode(204)
  editCouncil(@CurrentActor() actor: StaffActor, @Body() body: EditCouncil): Promise<void> {
    return this.parts.editCouncil(actor, body);
  }

  @Post('organisations')
  addOrganisation(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddOrganisation,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addOrganisation(actor, body, key);
  }

  @Put('organisations/:id')
  @HttpCode(204)
  renameOrganisation(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: RenameOrganisation,
  ): Promise<void> {
    return this.parts.renameOrganisation(actor, id, body);
  }

  @Post('desks')
  addDesk(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddDesk,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addDesk(actor, body, key);
  }

  @Put('desks/:id')
  @HttpCode(204)
  editDesk(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: EditDesk,
  ): Promise<void> {
    return this.parts.editDesk(actor, id, body);
  }

  @Post('programmes')
  @Permit('reference.manage')
  addProgramme(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddProgramme,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addProgramme(actor, body, key);
  }

  @Put('programmes/:id')
  @HttpCode(204)
  @Permit('reference.manage')
  editProgramme(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: EditProgramme,
  ): Promise<void> {
    return this.parts.editProgramme(actor, id, body);
  }

  @Post('reasons')
  @Permit('reference.manage')
  addReason(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddReason,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: number }> {
    return this.parts.addReason(actor, body, key);
  }

  @Put('reasons/:id')
  @HttpCode(204)
  @Permit('reference.manage')
  editReason(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: EditReason,
  ): Promise<void> {
    return this.parts.editReason(actor, id, body);
  }
}
