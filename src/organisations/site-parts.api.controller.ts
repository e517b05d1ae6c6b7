import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit, RowIdPipe } from '../platform/http/index.js';
import { AddDesk, AgreementFields, EditAgreement, EditDesk } from './dto/site.dto.js';
import { SitePartsService } from './site-parts.service.js';

/** What a site is made of: 協定, 窓口. */
@ApiTags('site')
@ApiBearerAuth()
@Permit('site.manage')
@Controller('api/v1/site')
export class SitePartsApiController {
  constructor(private readonly parts: SitePartsService) {}

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
    @Param('id', RowIdPipe) id: number,
    @Body() body: EditAgreement,
  ): Promise<void> {
    return this.parts.editAgreement(actor, id, body);
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
    @Param('id', RowIdPipe) id: number,
    @Body() body: EditDesk,
  ): Promise<void> {
    return this.parts.editDesk(actor, id, body);
  }
}
