import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit, RowIdPipe } from '../platform/http/index.js';
import { AddOrganisation, RenameOrganisation } from './dto/site.dto.js';
import type { OrganisationProposal } from './organisations.repository.js';
import { type AddedOrganisation, OrganisationsService } from './organisations.service.js';
import { SitePartsService } from './site-parts.service.js';

/** Who takes part in a site: 機関. */
@ApiTags('site')
@ApiBearerAuth()
@Permit('site.manage')
@Controller('api/v1/site')
export class OrganisationsApiController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly parts: SitePartsService,
  ) {}

  /** A new one of one's own side takes part at once (`id`); of the other side, or one that works elsewhere, is proposed (`proposalId`). */
  @Post('organisations')
  add(
    @CurrentActor() actor: StaffActor,
    @Body() body: AddOrganisation,
    @IdempotencyKey() key?: string,
  ): Promise<AddedOrganisation> {
    return this.organisations.add(actor, body, key);
  }

  /** By its own administrator; of one that has none yet, by the organisation that entered it. */
  @Put('organisations/:id')
  @HttpCode(204)
  rename(
    @CurrentActor() actor: StaffActor,
    @Param('id', RowIdPipe) id: number,
    @Body() body: RenameOrganisation,
  ): Promise<void> {
    return this.parts.renameOrganisation(actor, id, body);
  }

  /** What waits for somebody to agree, at this site or for one's own organisation. */
  @Get('organisation-proposals')
  async proposals(@CurrentActor() actor: StaffActor): Promise<{ items: OrganisationProposal[] }> {
    return { items: await this.organisations.proposals(actor) };
  }

  /** Agrees for one's side at the site, or for one's own organisation. */
  @Post('organisation-proposals/:id/confirmation')
  @HttpCode(204)
  confirm(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.organisations.confirm(actor, id);
  }

  /** Says no; takes it back where one's own organisation proposed it. */
  @Post('organisation-proposals/:id/refusal')
  @HttpCode(204)
  refuse(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.organisations.refuse(actor, id);
  }
}
