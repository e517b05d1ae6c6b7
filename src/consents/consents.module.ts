import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobseekersModule } from '../jobseekers/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsApiController } from './consents.api.controller.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ConsentEntity]), JobseekersModule, OrganisationsModule],
  controllers: [ConsentsApiController],
  providers: [ConsentsRepository, ConsentsService],
  exports: [ConsentsRepository, ConsentsService],
})
export class ConsentsModule {}
