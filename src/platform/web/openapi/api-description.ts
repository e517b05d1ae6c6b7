import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from './describe-api.js';

/** Holds the description of the interface, made when it is first asked for. */
@Injectable()
export class ApiDescription {
  private app: NestFastifyApplication | undefined;
  private described: OpenAPIObject | undefined;

  /** The application describes itself, so it has to be told of itself once it is put together. */
  of(app: NestFastifyApplication): void {
    this.app = app;
  }

  document(): OpenAPIObject {
    if (!this.app) throw new Error('nobody has said which application to describe');
    this.described ??= describeApi(this.app);
    return this.described;
  }
}
