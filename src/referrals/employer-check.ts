import { Injectable } from '@nestjs/common';
import { type FieldError, InvalidInput } from '#kernel';
import { EmployersRepository } from '../employers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** Checks the employer and the job order that a form refers to. */
@Injectable()
export class EmployerCheck {
  constructor(private readonly employers: EmployersRepository) {}

  /** @throws InvalidInput `no_such_record`, `job_order_of_another_employer`, `job_order_for_another_person` */
  async assertValid(
    tx: Transaction,
    { employerId, jobOrderId }: { employerId: string; jobOrderId?: string | undefined },
    jobseekerId: string,
  ): Promise<void> {
    const problems: FieldError[] = [];
    if (!(await this.employers.findEmployer(tx, employerId)))
      problems.push({ field: 'employerId', code: 'no_such_record' });
    if (jobOrderId !== undefined)
      problems.push(...(await this.jobOrderProblems(tx, jobOrderId, employerId, jobseekerId)));
    if (problems.length > 0) throw new InvalidInput(problems);
  }

  private async jobOrderProblems(
    tx: Transaction,
    jobOrderId: string,
    employerId: string,
    jobseekerId: string,
  ): Promise<FieldError[]> {
    const order = await this.employers.findJobOrder(tx, jobOrderId);
    if (!order) return [{ field: 'jobOrderId', code: 'no_such_record' }];
    if (order.employerId !== employerId) return [{ field: 'jobOrderId', code: 'job_order_of_another_employer' }];
    const forAnother = order.forOnePerson && order.forJobseeker?.id !== jobseekerId;
    return forAnother ? [{ field: 'jobOrderId', code: 'job_order_for_another_person' }] : [];
  }
}
