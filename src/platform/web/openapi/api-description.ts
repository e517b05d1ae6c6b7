import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readAnswers } from './answers.js';
import { describeApi } from './describe-api.js';

/** Holds the description of the interface, made when it is first asked for. */
@Injectable()
export class ApiDescription {
  private subject: { readonly app: NestFastifyApplication; readonly root: string } | undefined;
  private described: OpenAPIObject | undefined;

  /**
   * The application describes itself, so it has to be told of itself once it is put together.
   *
   * @param root folder of the checkout, where the build left what the routes answer
   */
  of(app: NestFastifyApplication, root: string): void {
    this.subject = { app, root };
  }

  document(): OpenAPIObject {
    if (!this.subject) throw new Error('nobody has said which application to describe');
    this.described ??= describeApi(this.subject.app, readAnswers(this.subject.root));
    return this.described;
  }
}
