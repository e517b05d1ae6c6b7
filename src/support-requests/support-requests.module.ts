import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportCasesModule } from '../support-cases/index.js';
import { SupportTeamsModule } from '../support-teams/index.js';
import { RequestPageController } from './pages/request/request.controller.js';
import { RequestFormPageController } from './pages/request-form/request-form.controller.js';
import { RequestsPageController } from './pages/requests/requests.controller.js';
import { RequestOfCase } from './request-of-case.js';
import { SupportRequestEntity } from './support-request.entity.js';
import { SupportRequestsApiController } from './support-requests.api.controller.js';
import { SupportRequestsRepository } from './support-requests.repository.js';
import { SupportRequestsService } from './support-requests.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportRequestEntity]),
    OrganisationsModule,
    JobseekersModule,
    SupportCasesModule,
    SupportTeamsModule,
  ],
  controllers: [SupportRequestsApiController, RequestFormPageController, RequestsPageController, RequestPageController],
  providers: [SupportRequestsRepository, SupportRequestsService, RequestOfCase],
  exports: [SupportRequestsService],
})
export class SupportRequestsModule {}
