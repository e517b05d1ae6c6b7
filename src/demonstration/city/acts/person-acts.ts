import type { ConsentMethod } from '#domain/consent';
import { SHARING_CATEGORIES } from '#domain/sharing';
import type { Clock, IsoDate } from '#kernel';
import { ConsentsService } from '../../../consents/index.js';
import {
  BenefitsService,
  GroupsService,
  HelloWorkRegistrationService,
  JobseekersService,
  ProtectionService,
  type RecordWish,
  type RegisterJobseeker,
  WishesService,
} from '../../../jobseekers/index.js';
import type { LoadingSite } from '../../loading/loading-site.js';
import { CITY, HELLO_WORK } from '../site.js';

/** Name as 「氏 名」 and reading in the same way. */
export interface PersonDetails extends Partial<
  Omit<RegisterJobseeker, 'familyName' | 'givenName' | 'familyKana' | 'givenKana'>
> {
  readonly name: string;
  readonly kana: string;
}

export interface ConsentDetails {
  readonly method?: ConsentMethod;
  readonly guardianName?: string;
}

/** What is recorded about one person (求職者), on the day the clock shows. The first argument is the login of whoever does it. */
export class PersonActs {
  /** Of the person; known once registered. */
  id = '';

  constructor(
    protected readonly site: LoadingSite,
    protected readonly clock: Clock,
  ) {}

  async register(by: string, { name, kana, groups = [], ...fields }: PersonDetails): Promise<void> {
    const [familyName = '', givenName = ''] = name.split(' ');
    const [familyKana = '', givenKana = ''] = kana.split(' ');
    const { id } = await this.site.service(JobseekersService).register(this.site.actor(by), {
      ...fields,
      familyName,
      givenName,
      familyKana,
      givenKana,
      groups,
      registeredOn: this.clock.today(),
      // Words of form-filling make few names; nobody is there twice.
      confirmDuplicate: true,
    });
    this.id = id;
  }

  /** To take part, and to share between the city and the Hello Work. Taken by either side. */
  async consents(by: string, { method = 'signed', guardianName }: ConsentDetails = {}): Promise<void> {
    const actor = this.site.actor(by);
    const consents = this.site.service(ConsentsService);
    const given = { method, givenOn: this.clock.today(), ...(guardianName === undefined ? {} : { guardianName }) };
    const sharedWithOrganisationId = this.site.organisation(actor.side === 'municipal' ? HELLO_WORK : CITY);
    await consents.record(actor, this.id, {
      ...given,
      kind: 'participation',
      purpose: '市とハローワークによる就労支援への参加',
    });
    await consents.record(actor, this.id, {
      ...given,
      kind: 'sharing',
      purpose: '就労支援を一体で行うため',
      categories: [...SHARING_CATEGORIES],
      sharedWithOrganisationId,
    });
  }

  /** 求職登録, by the national side. */
  async registerAsJobSeeker(by: string, helloWorkNumber: string): Promise<void> {
    await this.site
      .service(HelloWorkRegistrationService)
      .register(this.site.actor(by), this.id, { helloWorkNumber, helloWorkRegisteredOn: this.clock.today() });
  }

  async joinGroup(by: string, groupCode: string): Promise<void> {
    await this.site
      .service(GroupsService)
      .add(this.site.actor(by), this.id, { groupCode, startsOn: this.clock.today() });
  }

  /** @throws Error when the person is not in the group */
  async leaveGroup(by: string, groupCode: string): Promise<void> {
    const actor = this.site.actor(by);
    const { groups } = await this.site.service(JobseekersService).file(actor, this.id);
    const membership = groups.find((one) => one.groupCode === groupCode && one.endsOn === null);
    if (membership === undefined) throw new Error(`not in ${groupCode}`);
    await this.site.service(GroupsService).end(actor, this.id, membership.id, { endsOn: this.clock.today() });
  }

  async wishes(
    by: string,
    occupations: readonly string[],
    more: Partial<Omit<RecordWish, 'occupations' | 'recordedOn'>> = {},
  ): Promise<void> {
    await this.site.service(WishesService).record(this.site.actor(by), this.id, {
      undecided: occupations.length === 0,
      ...more,
      occupations: [...occupations],
      recordedOn: this.clock.today(),
    });
  }

  async benefit(by: string, name: string, startsOn: IsoDate, endsOn?: IsoDate, note?: string): Promise<void> {
    await this.site.service(BenefitsService).add(this.site.actor(by), this.id, {
      name,
      startsOn,
      ...(endsOn === undefined ? {} : { endsOn }),
      ...(note === undefined ? {} : { note }),
    });
  }

  /** DV等支援措置, from today for a year. */
  async protect(by: string): Promise<void> {
    await this.site.service(ProtectionService).protect(this.site.actor(by), this.id, this.clock.today());
  }
}
