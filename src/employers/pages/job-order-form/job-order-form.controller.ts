import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  type Html,
  IdempotencyKey,
  IsId,
  Permit,
  type SeeOther,
  seeOther,
  validated,
} from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ReceiveJobOrder, ReviseJobOrder } from '../../dto/job-order.dto.js';
import { EmployersService } from '../../employers.service.js';
import { jobOrderFormPage } from './job-order-form.view.js';

const DATES = ['receivedOn', 'validUntil'];

export class ForWhomQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The person the order is obtained for' })
  @IsOptional()
  @IsId()
  for?: string;
}

/** 求人の登録と編集. */
@Controller()
export class JobOrderFormController {
  constructor(
    private readonly employers: EmployersService,
    private readonly work: UnitOfWork,
  ) {}

  @Get('employers/:id/job-orders/new')
  @Permit('job_order.write')
  blank(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ForWhomQuery,
  ): Promise<Html> {
    return this.render(
      page,
      id,
      formState({ receivedOn: this.work.clock.today(), positions: '1', forJobseekerId: query.for ?? '' }),
    );
  }

  @Post('employers/:id/job-orders')
  @HttpCode(200)
  @Permit('job_order.write')
  async receive(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    try {
      await this.employers.receiveJobOrder(
        page.actor,
        id,
        await validated(ReceiveJobOrder, withDates(body, DATES)),
        key,
      );
      return seeOther(`/employers/${id}`, 'saved');
    } catch (error) {
      return this.render(page, id, formState(body, error));
    }
  }

  @Get('job-orders/:id/edit')
  @Permit('job_order.write')
  async edit(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<Html> {
    const { employerId, forJobseeker, ...order } = await this.employers.jobOrder(page.actor, id);
    return this.render(page, employerId, formState({ ...order, forJobseekerId: forJobseeker?.id ?? '' }), id);
  }

  @Post('job-orders/:id')
  @HttpCode(200)
  @Permit('job_order.write')
  async revise(
    @ForPage() page: PageContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Html | SeeOther> {
    const { employerId } = await this.employers.jobOrder(page.actor, id);
    try {
      await this.employers.reviseJobOrder(page.actor, id, await validated(ReviseJobOrder, withDates(body, DATES)));
      return seeOther(`/employers/${employerId}`, 'saved');
    } catch (error) {
      return this.render(page, employerId, formState(body, error), id);
    }
  }

  private async render(page: PageContext, employerId: string, form: FormState, orderId?: string): Promise<Html> {
    const { employer } = await this.employers.file(page.actor, employerId);
    const forJobseekerId = form.id('forJobseekerId');
    const forName = forJobseekerId === undefined ? undefined : await this.employers.nameOf(page.actor, forJobseekerId);
    return jobOrderFormPage(page, {
      employer,
      form,
      ...(orderId === undefined ? {} : { orderId }),
      ...(forName === undefined ? {} : { forName }),
    });
  }
}
