import { EmployersService } from '../../../employers/index.js';
import { PlacementsService } from '../../../placements/index.js';
import { InterviewsService, OffersService, ReferralsService } from '../../../referrals/index.js';
import type { LoadingSite } from '../loading-site.js';
import type { UseCases } from '../use-case.js';

/** Employers, the ladder of a referral, offers and placements. */
export function jobSearchUseCases(
  site: LoadingSite,
): UseCases<
  | 'register_employer'
  | 'receive_job_order'
  | 'ask_employer'
  | 'issue_letter'
  | 'record_referral_outcome'
  | 'receive_offer'
  | 'accept_offer'
  | 'decline_offer'
  | 'record_placement'
  | 'reverse_placement'
> {
  const employers = site.service(EmployersService);
  const referrals = site.service(ReferralsService);
  const interviews = site.service(InterviewsService);
  const offerAnswers = site.service(OffersService);
  const placements = site.service(PlacementsService);
  return {
    async register_employer({ employer, name, kana }, actor) {
      site.keep(employer, (await employers.register(actor, { name, nameKana: kana })).id);
    },
    async receive_job_order({ jobOrder, employer, title, positions, employmentType, on }, actor) {
      const { id } = await employers.receiveJobOrder(actor, site.id(employer), {
        title,
        positions,
        employmentType,
        receivedOn: on,
      });
      site.keep(jobOrder, id);
    },
    async ask_employer({ referral, case: key, employer, jobOrder, on }, actor) {
      const { id } = await referrals.ask(actor, site.id(key), {
        employerId: site.id(employer),
        jobOrderId: site.id(jobOrder),
        askedOn: on,
      });
      site.keep(referral, id);
    },
    async issue_letter({ referral, interviewOn, on }, actor) {
      const id = site.id(referral);
      const asked = await referrals.referral(actor, id);
      const { version } = await referrals.issueLetter(actor, id, { letterIssuedOn: on, version: asked.version });
      if (interviewOn !== null) await interviews.arrange(actor, id, { interviewOn, version });
    },
    async record_referral_outcome({ referral, outcome, on }, actor) {
      const { id, version } = await referrals.referral(actor, site.id(referral));
      await referrals.recordOutcome(actor, id, { outcome, outcomeOn: on, version });
    },
    async receive_offer({ offer, case: key, referral, on }, actor) {
      const { id, version } = await referrals.referral(actor, site.id(referral));
      await referrals.recordReferralOffer(actor, id, { receivedOn: on, version });
      const { offers } = await referrals.ofCase(actor, site.id(key));
      const received = offers.find(({ referralId }) => referralId === id);
      if (received === undefined) throw new Error(`${offer} was not recorded`);
      site.keep(offer, received.id);
    },
    async accept_offer({ offer, on }, actor) {
      const { id, version } = await offerAnswers.offer(actor, site.id(offer));
      await offerAnswers.answer(actor, id, { answer: 'accepted', decidedOn: on, version });
    },
    async decline_offer({ offer, reason, on }, actor) {
      const { id, version } = await offerAnswers.offer(actor, site.id(offer));
      await offerAnswers.answer(actor, id, { answer: 'declined', decidedOn: on, reasonNote: reason, version });
    },
    async record_placement(
      { placement, case: key, referral, workplaceName, occupation, route, employmentType, decidedOn, startsOn },
      actor,
    ) {
      const { id } = await placements.record(actor, site.id(key), {
        route,
        occupation,
        decidedOn,
        startsOn,
        employmentType,
        workplaceName,
        ...(referral === null ? {} : { referralId: site.id(referral) }),
      });
      site.keep(placement, id);
    },
    async reverse_placement({ placement, reason, on }, actor) {
      const id = site.id(placement);
      const { version } = (await placements.file(actor, id)).placement;
      await placements.reverse(actor, id, { reversedOn: on, reasonNote: reason, version });
    },
  };
}
