import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { AttemptWithResults } from '#domain/referral';

/** Someone who was referred to an employer, with how far the attempt came. */
export interface ReferredPerson extends AttemptWithResults {
  readonly referralId: string;
  readonly jobseekerId: string;
  readonly name: string;
  /** 何件目の紹介か of the person's own attempts. */
  readonly attemptNo: number;
  /** Null where no order was named. */
  readonly jobOrderId: string | null;
}

/** Answered by the room that keeps the referrals; employers know nothing of persons. */
export interface ReferredPeopleSource {
  /**
   * Those the actor may see, the latest attempt first. Of others nothing is told, not even how many: at a small employer a
   * count of one would be somebody.
   */
  referredTo(actor: StaffActor, employerId: string): Promise<readonly ReferredPerson[]>;
}

/** 紹介した人: the port through which the page of an employer learns of them. */
@Injectable()
export class ReferredPeoplePort implements ReferredPeopleSource {
  private source: ReferredPeopleSource | undefined;

  register(source: ReferredPeopleSource): void {
    this.source = source;
  }

  async referredTo(actor: StaffActor, employerId: string): Promise<readonly ReferredPerson[]> {
    return (await this.source?.referredTo(actor, employerId)) ?? [];
  }
}
