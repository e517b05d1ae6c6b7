import type { Clock } from '#kernel';
import type { LoadingSite } from '../../loading/loading-site.js';
import { CaseActs } from './case-acts.js';
import { JobActs } from './job-acts.js';
import { PersonActs } from './person-acts.js';
import { SupportActs } from './support-acts.js';

/** One person of the demonstration and everything that can be recorded about them, through the services. */
export interface StoryActs {
  readonly person: PersonActs;
  readonly case: CaseActs;
  readonly support: SupportActs;
  readonly jobs: JobActs;
}

export function actsForPerson(site: LoadingSite, clock: Clock): StoryActs {
  const person = new PersonActs(site, clock);
  const supportCase = new CaseActs(site, clock, person);
  return {
    person,
    case: supportCase,
    support: new SupportActs(site, clock, person, supportCase),
    jobs: new JobActs(site, clock, person, supportCase),
  };
}
