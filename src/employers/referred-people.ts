import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';

/** Someone who was referred to an employer, as far as the viewer may know. */
export interface ReferredPerson {
  readonly referralId: string;
  readonly supportCaseId: string;
  readonly name: string;
  readonly attemptNo: number;
  readonly askedOn: IsoDate;
  /** 職種 of the job order, null where none was named. */
  readonly jobOrderTitle: string | null;
  /** Code of `referralOutcome`. */
  readonly outcome: string;
}

export interface ReferredPeople {
  readonly people: readonly ReferredPerson[];
  /** Referrals to this employer that the viewer may not open: counted, never named. */
  readonly withheld: number;
}

/** Answered by the room that keeps the referrals; employers know nothing of persons. */
export interface ReferredPeopleSource {
  referredTo(actor: StaffActor, employerId: string): Promise<ReferredPeople>;
}

/** 紹介した人: the port through which the page of an employer learns of them. */
@Injectable()
export class ReferredPeoplePort implements ReferredPeopleSource {
  private source: ReferredPeopleSource | undefined;

  register(source: ReferredPeopleSource): void {
    this.source = source;
  }

  async referredTo(actor: StaffActor, employerId: string): Promise<ReferredPeople> {
    return (await this.source?.referredTo(actor, employerId)) ?? { people: [], withheld: 0 };
  }
}
