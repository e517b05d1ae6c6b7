import { Module } from '@nestjs/common';
import { AuditApiController } from './audit.api.controller.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';
import { AuditPageController } from './pages/audit.controller.js';

@Module({
  controllers: [AuditApiController, AuditPageController],
  providers: [AuditRepository, AuditService],
})
export class AuditModule {}
