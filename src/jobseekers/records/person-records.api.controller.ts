import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, IdempotencyKey, Permit } from '../../platform/http/index.js';
import { BenefitsService } from './benefits.service.js';
import { AddBenefit, ChangeBenefitEnd } from '../dto/benefit.dto.js';
import { AddGroup, EndGroup } from '../dto/group.dto.js';
import { RecordWish } from '../dto/record-wish.dto.js';
import { GroupsService } from './groups.service.js';
import { WishesService } from './wishes.service.js';

/** What is dated about a person: groups, wishes, benefits. */
@ApiTags('jobseekers')
@ApiBearerAuth()
@Permit('jobseeker.edit')
@Controller('api/v1/jobseekers/:id')
export class PersonRecordsApiController {
  constructor(
    private readonly groups: GroupsService,
    private readonly wishes: WishesService,
    private readonly benefits: BenefitsService,
  ) {}

  @Post('groups')
  addGroup(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddGroup,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.groups.add(actor, id, body, key);
  }

  @Post('groups/:groupId/end')
  @HttpCode(204)
  endGroup(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: EndGroup,
  ): Promise<void> {
    return this.groups.end(actor, id, groupId, body);
  }

  @Post('wishes')
  recordWish(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordWish,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.wishes.record(actor, id, body, key);
  }

  @Post('benefits')
  addBenefit(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddBenefit,
    @IdempotencyKey() key?: string,
  ): Promise<{ id: string }> {
    return this.benefits.add(actor, id, body, key);
  }

  @Put('benefits/:benefitId/end')
  @HttpCode(204)
  changeBenefitEnd(
    @CurrentActor() actor: StaffActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('benefitId', ParseUUIDPipe) benefitId: string,
    @Body() body: ChangeBenefitEnd,
  ): Promise<void> {
    return this.benefits.changeEnd(actor, id, benefitId, body);
  }
}
