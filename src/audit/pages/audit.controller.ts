import { Controller, Get, Query } from '@nestjs/common';
import { type Html, Limited, Permit, validated } from '../../platform/http/index.js';
import { ForPage, formState, type PageContext, withDates } from '../../platform/pages/index.js';
import { AuditQuery } from '../audit.dto.js';
import { AuditService } from '../audit.service.js';
import { auditPage } from './audit.view.js';

/** 操作の記録 */
@Controller('audit')
export class AuditPageController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Limited('search')
  @Permit('audit.read')
  async show(
    @ForPage() page: PageContext,
    @Query() { flash: _shown, ...typed }: Record<string, unknown>,
  ): Promise<Html> {
    const [names, security] = await Promise.all([this.audit.names(page.actor), this.audit.security(page.actor)]);
    try {
      const asked = await validated(AuditQuery, withDates(typed, ['from', 'to']));
      return auditPage(page, {
        form: formState(typed),
        asked,
        found: await this.audit.list(page.actor, asked),
        names,
        security,
      });
    } catch (error) {
      return auditPage(page, { form: formState(typed, error), asked: {}, found: { items: [] }, names, security });
    }
  }
}
