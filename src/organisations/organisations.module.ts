import { Module } from '@nestjs/common';
import { SitesRepository } from './sites.repository.js';

@Module({
  providers: [SitesRepository],
  exports: [SitesRepository],
})
export class OrganisationsModule {}
