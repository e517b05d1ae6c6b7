import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { CompareIdentity } from '../../dto/compare-identity.dto.js';
import { IdentityComparisonService } from '../../identity-comparison.service.js';

/** 相手の機関が変更した氏名・生年月日を反映する、または自機関の記録のままにする. */
@Controller('jobseekers/:id/identity-comparisons')
export class IdentityComparisonPageController {
  constructor(private readonly comparison: IdentityComparisonService) {}

  @Post()
  @HttpCode(200)
  @Permit('jobseeker.edit')
  async compare(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<SeeOther> {
    await this.comparison.compare(page.actor, id, await validated(CompareIdentity, withDates(body, [])));
    return seeOther(`/jobseekers/${id}`, 'saved');
  }
}
