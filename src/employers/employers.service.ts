import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { InvalidInput, toKatakana } from '#kernel';
import { employerProblems, employerSearchKey, jobOrderProblems } from '#domain/employer';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import type { EmployersQuery, RegisterEmployer, ReviseEmployer } from './dto/employer.dto.js';
import type { ReceiveJobOrder, ReviseJobOrder } from './dto/job-order.dto.js';
import { EmployerEntity } from './employer.entity.js';
import { type Employer, type EmployerLine, EmployersRepository, type JobOrder } from './employers.repository.js';
import { JobOrderEntity } from './job-order.entity.js';
import { ReferredPeoplePort, type ReferredPerson } from './referred-people.js';

export interface EmployerFile {
  readonly employer: Employer;
  readonly jobOrders: readonly JobOrder[];
  /** 紹介した人 whom the actor may see; there may be others. */
  readonly referred: readonly ReferredPerson[];
}

/** 事業所と求人: both sides of a site keep them together. */
@Injectable()
export class EmployersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly employers: EmployersRepository,
    private readonly referred: ReferredPeoplePort,
  ) {}

  /** @throws InvalidInput `not_kana`, `not_a_phone_number` */
  async register(actor: StaffActor, input: RegisterEmployer, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'employer.register', idempotencyKey }, async (tx) => {
      const id = uuid();
      await tx.insert(EmployerEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        ...employerColumns(input),
      });
      tx.record({ kind: 'employer.registered', subject: { type: 'employer', id } });
      return { id };
    });
  }

  /** @throws StaleEdit when somebody saved in between */
  async revise(actor: StaffActor, id: string, { version, ...input }: ReviseEmployer): Promise<void> {
    await this.work.write(actor, { purpose: 'employer.revise' }, async (tx) => {
      await tx.update(EmployerEntity, id, version, employerColumns(input));
      tx.record({ kind: 'employer.revised', subject: { type: 'employer', id } });
    });
  }

  async list(actor: StaffActor, query: EmployersQuery): Promise<{ items: EmployerLine[]; next?: string }> {
    return this.work.read(actor, (tx) => this.employers.page(tx, query));
  }

  /** The employer with its orders and those who were referred, as far as the actor may see them. */
  async file(actor: StaffActor, id: string): Promise<EmployerFile> {
    const found = await this.work.read(actor, async (tx) => ({
      employer: await this.employers.employer(tx, id),
      jobOrders: await this.employers.jobOrdersOf(tx, id),
    }));
    return { ...found, referred: await this.referred.referredTo(actor, id) };
  }

  /** Name of the person an order is obtained for; undefined for someone out of sight. */
  async nameOf(actor: StaffActor, jobseekerId: string): Promise<string | undefined> {
    return this.work.read(actor, (tx) => this.employers.jobseekerName(tx, jobseekerId));
  }

  async jobOrder(actor: StaffActor, id: string): Promise<JobOrder> {
    return this.work.read(actor, (tx) => this.employers.jobOrder(tx, id));
  }

  /** @throws InvalidInput `valid_until_before_receipt`, `no_such_record` (a person the actor does not see) */
  async receiveJobOrder(
    actor: StaffActor,
    employerId: string,
    input: ReceiveJobOrder,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'job_order.receive', idempotencyKey }, async (tx) => {
      await this.employers.employer(tx, employerId);
      const columns = await this.jobOrderColumns(tx, input);
      const id = uuid();
      await tx.insert(JobOrderEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        employerId,
        ...columns,
      });
      recordReceived(tx, id, columns);
      return { id };
    });
  }

  /**
   * An order obtained for somebody out of the actor's sight keeps that person.
   * @throws StaleEdit when somebody saved in between
   */
  async reviseJobOrder(actor: StaffActor, id: string, { version, ...input }: ReviseJobOrder): Promise<void> {
    await this.work.write(actor, { purpose: 'job_order.revise' }, async (tx) => {
      const current = await this.employers.jobOrder(tx, id);
      const { forJobseekerId, ...columns } = await this.jobOrderColumns(tx, input);
      const hidden = current.forOnePerson && current.forJobseeker === null;
      await tx.update(JobOrderEntity, id, version, hidden ? columns : { ...columns, forJobseekerId });
      tx.record({ kind: 'job_order.revised', subject: { type: 'job_order', id } });
    });
  }

  private async jobOrderColumns(tx: Transaction, input: ReceiveJobOrder): Promise<JobOrderColumns> {
    const { positions = 1, receivedOn, validUntil = null, forJobseekerId = null } = input;
    const problems = jobOrderProblems({ positions, receivedOn, validUntil }, tx.today);
    if (forJobseekerId !== null && (await this.employers.jobseekerName(tx, forJobseekerId)) === undefined) {
      problems.push({ field: 'forJobseekerId', code: 'no_such_record' });
    }
    if (problems.length > 0) throw new InvalidInput(problems);
    const { orderNumber = null, title, employmentType = null, conditions = '' } = input;
    return { orderNumber, title, positions, employmentType, conditions, receivedOn, validUntil, forJobseekerId };
  }
}

type JobOrderColumns = Pick<
  JobOrderEntity,
  | 'orderNumber'
  | 'title'
  | 'positions'
  | 'employmentType'
  | 'conditions'
  | 'receivedOn'
  | 'validUntil'
  | 'forJobseekerId'
>;

/** An order obtained for one person stands on that person's timeline too. */
function recordReceived(tx: Transaction, id: string, { receivedOn, forJobseekerId }: JobOrderColumns): void {
  tx.record({
    kind: 'job_order.received',
    subject: { type: 'job_order', id },
    occurredOn: receivedOn,
    ...(forJobseekerId === null ? {} : { jobseekerId: forJobseekerId }),
  });
}

function employerColumns(
  input: RegisterEmployer,
): Pick<
  EmployerEntity,
  'name' | 'nameKana' | 'searchKey' | 'industry' | 'address' | 'phone' | 'contactPerson' | 'note'
> {
  const { name, industry = null, address = null, contactPerson = null, note = null } = input;
  const phone = input.phone?.normalize('NFKC') ?? null;
  const problems = employerProblems({ name, nameKana: input.nameKana, phone });
  if (problems.length > 0) throw new InvalidInput(problems);
  return {
    name,
    nameKana: toKatakana(input.nameKana),
    searchKey: employerSearchKey(name, input.nameKana),
    industry,
    address,
    phone,
    contactPerson,
    note,
  };
}
