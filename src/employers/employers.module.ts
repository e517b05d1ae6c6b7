import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployerEntity } from './employer.entity.js';
import { EmployersApiController } from './employers.api.controller.js';
import { EmployersRepository } from './employers.repository.js';
import { EmployersService } from './employers.service.js';
import { EmployerPageController } from './pages/employer/employer.controller.js';
import { EmployerFormController } from './pages/employer-form/employer-form.controller.js';
import { JobOrderFormController } from './pages/job-order-form/job-order-form.controller.js';
import { EmployersPageController } from './pages/employers-list/employers-list.controller.js';
import { JobOrdersApiController } from './job-orders.api.controller.js';
import { JobOrderEntity } from './job-order.entity.js';
import { ReferredPeoplePort } from './referred-people.js';

@Module({
  imports: [TypeOrmModule.forFeature([EmployerEntity, JobOrderEntity])],
  controllers: [
    EmployersApiController,
    JobOrdersApiController,
    EmployersPageController,
    EmployerFormController,
    JobOrderFormController,
    EmployerPageController,
  ],
  providers: [EmployersService, EmployersRepository, ReferredPeoplePort],
  exports: [EmployersService, EmployersRepository, ReferredPeoplePort],
})
export class EmployersModule {}
