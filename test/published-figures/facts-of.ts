import type { Fact, GroupMembership, Records } from '#indicators';
import type { AskEmployer, SiteRecords, UseCaseInput } from '../../src/demonstration/published-records/index.js';

/**
 * The facts that follow from the inputs, as the views of the database will show them after loading. Desks and staff go by
 * their codes in the plan file, records by their keys.
 */
export function factsOf(records: SiteRecords): Records {
  const facts = new Map<string, Fact>();
  const memberships: GroupMembership[] = [];
  const cases = new Map<string, Pick<Fact, 'siteId' | 'desk' | 'programme' | 'jobseekerId' | 'caseId'>>();
  const asked = new Map<string, AskEmployer>();
  /** Referral of each offer. */
  const offered = new Map<string, string>();
  const nowhere = { siteId: 1, desk: null, programme: null, jobseekerId: null, caseId: null };
  const ofCase = (key: string) => cases.get(key) ?? nowhere;
  const add = (fact: Fact) => facts.set(`${fact.fact}:${fact.id}`, fact);
  const amend = (key: string, change: Partial<Fact>) => {
    const fact = facts.get(key);
    if (fact !== undefined) facts.set(key, { ...fact, ...change });
  };

  const imply = (input: UseCaseInput): void => {
    switch (input.do) {
      case 'register_person':
        add({ ...nowhere, fact: 'registration', id: input.person, jobseekerId: input.person, occurredOn: input.on });
        for (const group of input.groups)
          memberships.push({ jobseekerId: input.person, group, from: input.on, until: null });
        break;
      case 'change_group': {
        const index = memberships.findIndex(
          ({ jobseekerId, group, until }) => jobseekerId === input.person && group === input.leaves && until === null,
        );
        const left = memberships[index];
        if (left !== undefined) memberships[index] = { ...left, until: input.on };
        memberships.push({ jobseekerId: input.person, group: input.joins, from: input.on, until: null });
        break;
      }
      case 'open_case': {
        const common = {
          ...nowhere,
          desk: input.desk,
          programme: input.programme,
          jobseekerId: input.person,
          caseId: input.case,
        };
        cases.set(input.case, common);
        add({ ...common, fact: 'support', id: input.case, occurredOn: input.on, until: null });
        break;
      }
      case 'close_case':
        amend(`support:${input.case}`, { until: input.on });
        break;
      case 'request_support':
        add({ ...ofCase(input.case), fact: 'support_request', id: input.request, occurredOn: input.on });
        break;
      case 'agree_plan':
        add({ ...ofCase(input.case), fact: 'plan', id: input.plan, occurredOn: input.on, drawnUpOn: input.drawnUpOn });
        break;
      case 'log_consultation':
        add({
          ...(input.case === null ? nowhere : ofCase(input.case)),
          fact: 'consultation',
          id: input.consultation,
          jobseekerId: input.person,
          occurredOn: input.on,
          desk: input.desk,
          kind: input.kind,
          channel: input.channel,
          teamSupport: input.teamSupport,
          staffIds: input.participants,
        });
        break;
      case 'ask_employer':
        asked.set(input.referral, input);
        break;
      case 'issue_letter': {
        const ask = asked.get(input.referral);
        if (ask === undefined) break;
        add({
          ...ofCase(ask.case),
          fact: 'referral',
          id: input.referral,
          occurredOn: input.on,
          askedOn: ask.on,
          establishmentId: ask.employer,
          kind: 'pending',
        });
        break;
      }
      case 'record_referral_outcome':
        amend(`referral:${input.referral}`, { kind: input.outcome });
        break;
      case 'receive_offer':
        offered.set(input.offer, input.referral);
        amend(`referral:${input.referral}`, { kind: 'offered' });
        add({
          ...ofCase(input.case),
          fact: 'offer',
          id: input.offer,
          occurredOn: input.on,
          establishmentId: input.employer,
          kind: 'open',
        });
        break;
      case 'accept_offer':
        amend(`offer:${input.offer}`, { kind: 'accepted' });
        amend(`referral:${offered.get(input.offer)}`, { kind: 'hired' });
        break;
      case 'decline_offer':
        amend(`offer:${input.offer}`, { kind: 'declined' });
        amend(`referral:${offered.get(input.offer)}`, { kind: 'declined' });
        break;
      case 'record_placement':
        add({
          ...ofCase(input.case),
          fact: 'placement',
          id: input.placement,
          occurredOn: input.startsOn,
          startsOn: input.startsOn,
          decidedOn: input.decidedOn,
          route: input.route,
          employmentType: input.employmentType,
          establishmentId: input.employer,
        });
        break;
      case 'reverse_placement':
        amend(`placement:${input.placement}`, { withdrawnOn: input.on });
        break;
      default: // The other inputs move a case or describe it; nothing of theirs is counted.
        break;
    }
  };
  records.inputs.forEach(imply);
  return { facts: [...facts.values()], memberships };
}
