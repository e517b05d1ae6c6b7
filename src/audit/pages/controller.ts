import { Controller, Get, Query } from '@nestjs/common';
import { type Html, Permit, validated } from '../../platform/http/index.js';
import { ForPage, formState, type PageContext } from '../../platform/pages/index.js';
import { AuditQuery } from '../audit.dto.js';
import { type AuditPage, AuditService } from '../audit.service.js';
import { auditPage } from './view.js';

/** 操作の記録 */
@Controller('audit')
export class AuditPageController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Permit('audit.read')
  async show(@ForPage() page: PageContext, @Query() { flash: _shown, ...typed }: Record<string, unknown>): Promise<Html> {
    const actors = await this.audit.actors(page.actor);
    try {
      const found = await this.audit.list(page.actor, await validated(AuditQuery, typed));
      return auditPage(page, { form: formState(typed), found, actors });
    } catch (error) {
      const nothing: AuditPage = { items: [] };
      return auditPage(page, { form: formState(typed, error), found: nothing, actors });
    }
  }
}
