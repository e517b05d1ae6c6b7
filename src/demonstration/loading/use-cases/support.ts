import { ConsultationsService } from '../../../consultations/index.js';
import { SupportPlansService } from '../../../support-plans/index.js';
import type { LoadingSite } from '../loading-site.js';
import type { UseCases } from '../use-case.js';

/** Plans and consultations. */
export function supportUseCases(site: LoadingSite): UseCases<'agree_plan' | 'log_consultation'> {
  const plans = site.service(SupportPlansService);
  const consultations = site.service(ConsultationsService);
  return {
    async agree_plan({ plan, case: key, drawnUpOn, goal, steps, on }, actor) {
      const caseId = site.id(key);
      const { id, planVersion, version } = await plans.drawUp(actor, caseId, {
        goal,
        drawnUpOn,
        steps: steps.map((step) => ({ ...step })),
        reviews: [],
      });
      await plans.agree(actor, caseId, { planVersion, agreedOn: on, agreedHow: 'signed', version });
      site.keep(plan, id);
    },
    async log_consultation(
      { consultation, person, case: key, desk, kind, channel, participants, outcomes, text, on },
      actor,
    ) {
      const { id } = await consultations.log(actor, {
        jobseekerId: site.id(person),
        supportCaseId: key === null ? null : site.id(key),
        deskId: site.desk(desk),
        heldOn: on,
        kind,
        channel,
        byAppointment: false,
        outcomes: [...outcomes],
        participantIds: participants.map((staff) => site.actor(staff).staffId),
        sharedText: text,
      });
      site.keep(consultation, id);
    },
  };
}
