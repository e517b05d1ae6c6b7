import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Html, Permit } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { LettersService } from '../../letters.service.js';
import { letterPage } from './referral-letter.view.js';

/** 紹介状. */
@Controller('referrals/:id/letter')
export class LetterPageController {
  constructor(private readonly letters: LettersService) {}

  @Get()
  @Permit('referral.write')
  async show(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    return letterPage(page, id, await this.letters.print(page.actor, id));
  }
}
