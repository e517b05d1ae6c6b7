import type { ImportActor } from '#access';
import { StepsService, SupportCasesService } from '../../../support-cases/index.js';
import { SupportRequestsService } from '../../../support-requests/index.js';
import { SupportTeamsService } from '../../../support-teams/index.js';
import type { Key } from '../../published-records/index.js';
import type { LoadingSite } from '../loading-site.js';
import type { UseCases } from '../use-case.js';

/** A period of support, its team, its steps and the request between the two sides. */
export function caseUseCases(
  site: LoadingSite,
): UseCases<
  | 'open_case'
  | 'assign_staff'
  | 'pick_candidate'
  | 'request_support'
  | 'accept_request'
  | 'return_request'
  | 'hold_interview'
  | 'hold_conference'
  | 'start_support'
  | 'start_follow_up'
  | 'close_case'
> {
  const cases = site.service(SupportCasesService);
  const steps = site.service(StepsService);
  const team = site.service(SupportTeamsService);
  const requests = site.service(SupportRequestsService);
  /** The case as whoever acts has it on screen. */
  const read = async (actor: ImportActor, key: Key): Promise<{ id: string; version: number }> => {
    const { id, version } = await cases.get(actor, site.id(key));
    return { id, version };
  };
  return {
    async open_case({ case: key, person, programme, desk, role, on }, actor) {
      const { id } = await cases.open(actor, {
        jobseekerId: site.id(person),
        programmeId: site.programme(programme),
        deskId: site.desk(desk),
        openedOn: on,
        teamSupport: false,
        role,
      });
      site.keep(key, id);
    },
    async assign_staff({ case: key, staff, role, on }, actor) {
      await team.assign(actor, site.id(key), { staffId: site.actor(staff).staffId, role, startsOn: on });
    },
    async pick_candidate({ case: key, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.take(actor, id, { action: 'pick_candidate', on, version });
    },
    async request_support({ request, case: key, toOrganisation, wanted, on }, actor) {
      const { id, version } = await read(actor, key);
      const made = await requests.make(actor, id, {
        toOrganisationId: site.organisation(toOrganisation),
        requestedOn: on,
        wanted,
        version,
      });
      site.keep(request, made.id);
    },
    async accept_request({ request, staff, on }, actor) {
      const { id, version } = await requests.get(actor, site.id(request));
      // What counts as team support is told by the consultations of both sides.
      await requests.accept(actor, id, {
        decidedOn: on,
        assigneeStaffId: site.actor(staff).staffId,
        teamSupport: false,
        version,
      });
    },
    async return_request({ request, reason, on }, actor) {
      const { id, version } = await requests.get(actor, site.id(request));
      await requests.returnToSender(actor, id, { decidedOn: on, decisionReason: reason, version });
    },
    async hold_interview({ case: key, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.recordMeeting(actor, id, { kind: 'interview', heldOn: on, version });
    },
    async hold_conference({ case: key, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.recordMeeting(actor, id, { kind: 'conference', heldOn: on, version });
    },
    async start_support({ case: key, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.take(actor, id, { action: 'start_support', on, version });
    },
    async start_follow_up({ case: key, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.take(actor, id, { action: 'start_follow_up', on, version });
    },
    async close_case({ case: key, reason, on }, actor) {
      const { id, version } = await read(actor, key);
      await steps.take(actor, id, { action: 'close', on, closeReason: reason, version });
    },
  };
}
