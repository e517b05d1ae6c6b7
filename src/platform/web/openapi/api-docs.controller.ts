import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Html, Public } from '../../http/index.js';
import { ApiDescription } from './api-description.js';
import { apiDocsPage } from './page.js';

/** The description of the interface, for programs and to browse. */
@ApiExcludeController()
@Public('says what the interface offers and holds no data')
@Controller('api')
export class ApiDocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  json(): OpenAPIObject {
    return this.description.document();
  }

  @Get('docs')
  page(): Html {
    return new Html(apiDocsPage());
  }
}
