import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployerEntity } from './employer.entity.js';
import { EmployersApiController } from './employers.api.controller.js';
import { EmployersRepository } from './employers.repository.js';
import { EmployersService } from './employers.service.js';
import { JobOrderEntity } from './job-order.entity.js';
import { ReferredPeoplePort } from './referred-people.js';

@Module({
  imports: [TypeOrmModule.forFeature([EmployerEntity, JobOrderEntity])],
  controllers: [EmployersApiController],
  providers: [EmployersService, EmployersRepository, ReferredPeoplePort],
  exports: [EmployersService, EmployersRepository, ReferredPeoplePort],
})
export class EmployersModule {}
