import { SHARING_CATEGORIES } from '#domain/sharing';
import { ConsentsService } from '../../../consents/index.js';
import { GroupsService, HelloWorkRegistrationService, JobseekersService } from '../../../jobseekers/index.js';
import { StepsService, SupportCasesService } from '../../../support-cases/index.js';
import type { LoadingSite } from '../loading-site.js';
import type { UseCases } from '../use-case.js';

/** Registration, groups, consents. */
export function peopleUseCases(
  site: LoadingSite,
): UseCases<'register_person' | 'change_group' | 'register_job_seeker' | 'record_consent'> {
  const jobseekers = site.service(JobseekersService);
  const memberships = site.service(GroupsService);
  const registrations = site.service(HelloWorkRegistrationService);
  const consents = site.service(ConsentsService);
  const cases = site.service(SupportCasesService);
  const steps = site.service(StepsService);
  return {
    async register_person(
      { person, on, familyName, givenName, familyKana, givenKana, birthDate, groups, interpreterLanguage },
      actor,
    ) {
      const { id } = await jobseekers.register(actor, {
        familyName,
        givenName,
        familyKana,
        givenKana,
        birthDate,
        interpreterLanguage: interpreterLanguage ?? null,
        registeredOn: on,
        groups: [...groups],
        // Words of form-filling make few names; whoever wrote the records looked, and nobody is there twice.
        confirmDuplicate: true,
      });
      site.keep(person, id);
    },
    async change_group({ person, leaves, joins, on }, actor) {
      const id = site.id(person);
      const file = await jobseekers.file(actor, id);
      const left = file.groups.find(({ groupCode, endsOn }) => groupCode === leaves && endsOn === null);
      if (left === undefined) throw new Error(`${person} is not in ${leaves}`);
      await memberships.end(actor, id, left.id, { endsOn: on });
      await memberships.add(actor, id, { groupCode: joins, startsOn: on });
    },
    async register_job_seeker({ person, number, on }, actor) {
      await registrations.register(actor, site.id(person), { helloWorkNumber: number, helloWorkRegisteredOn: on });
    },
    async record_consent({ person, case: key, sharedWith, on }, actor) {
      const given = { method: 'signed', givenOn: on } as const;
      await consents.record(actor, site.id(person), { ...given, kind: 'participation', purpose: '就労支援への参加' });
      await consents.record(actor, site.id(person), {
        ...given,
        kind: 'sharing',
        purpose: '関係機関による就労支援',
        categories: [...SHARING_CATEGORIES],
        sharedWithOrganisationId: site.organisation(sharedWith),
      });
      const caseId = site.id(key);
      const { version } = await cases.get(actor, caseId);
      await steps.take(actor, caseId, { action: 'record_consent', on, version });
    },
  };
}
