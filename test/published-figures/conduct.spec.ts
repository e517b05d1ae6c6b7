import { isKana } from '#kernel';
import { allowedOutcomes } from '#domain/referral';
import { isOptionalStep } from '#domain/support-case';
import { readPublishedPlans } from '../../src/demonstration/plans/read-plans.js';
import {
  readFigures,
  recordsFor,
  type SiteRecords,
  type UseCaseInput,
} from '../../src/demonstration/published-records/index.js';
import { CaseReplay } from './case-replay.js';

const root = process.cwd();
const plans = readPublishedPlans(root);
const sites = recordsFor(plans, readFigures(root));
const sideOf = new Map(
  plans.flatMap(({ organisations }) =>
    organisations.flatMap(({ side, staff }) => staff.map(({ code }) => [code, side] as const)),
  ),
);

type Told<Do extends UseCaseInput['do']> = Extract<UseCaseInput, { do: Do }>;

/** What the rules of a support case refuse of a site's inputs. */
function refusals({ site, inputs }: SiteRecords): string[] {
  const programmes = plans.find((plan) => plan.site.code === site)?.programmes ?? [];
  const roads = programmes.map(
    ({ code, optionalSteps = [] }) => [code, { optionalSteps: optionalSteps.filter(isOptionalStep) }] as const,
  );
  const replay = new CaseReplay(sideOf, new Map(roads));
  for (const input of inputs) replay.play(input);
  return replay.refused;
}

describe.each(sites)('what the staff of $site did', (records: SiteRecords) => {
  const all = <Do extends UseCaseInput['do']>(what: Do) =>
    records.inputs.filter((input): input is Told<Do> => input.do === what);

  it('is allowed by the rules of a case, step by step, to the side that does it', () => {
    expect(refusals(records)).toEqual([]);
  });

  it('would be refused without the consents, but where support may begin at the desk at once', () => {
    const withoutConsent = records.inputs.filter((input) => input.do !== 'record_consent');
    expect(refusals({ ...records, inputs: withoutConsent }).length === 0).toBe(records.site === 'kawaguchi');
  });

  it('is told in the order of the days, on working days, since the site began', () => {
    const opened = plans.find(({ site }) => site.code === records.site)?.site.openedOn ?? '9999';
    const days = [...new Set(records.inputs.map(({ on }) => on))];
    expect(days).toEqual([...days].sort());
    expect(days.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect(days.filter((day) => day < opened || day > '2012-04-30')).toEqual([]);
  });

  it('names nothing before it was created', () => {
    const creates: Partial<Record<UseCaseInput['do'], string>> = {
      register_person: 'person',
      open_case: 'case',
      request_support: 'request',
      agree_plan: 'plan',
      log_consultation: 'consultation',
      register_employer: 'employer',
      receive_job_order: 'jobOrder',
      ask_employer: 'referral',
      receive_offer: 'offer',
      record_placement: 'placement',
    };
    const known = new Set<unknown>();
    const unknown: string[] = [];
    for (const input of records.inputs) {
      for (const [field, value] of Object.entries(input)) {
        if (!Object.values(creates).includes(field) || value === null) continue;
        if (creates[input.do] === field) known.add(value);
        else if (!known.has(value)) unknown.push(`${input.on} ${input.do} ${String(value)}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it('climbs the ladder of every referral in order', () => {
    const asked = new Map(all('ask_employer').map((input) => [input.referral, input]));
    const letters = new Map(all('issue_letter').map((input) => [input.referral, input]));
    for (const { referral, outcome, on } of all('record_referral_outcome')) {
      const letter = letters.get(referral);
      const stage = {
        letterIssuedOn: letter?.on ?? null,
        interviewOn: letter?.interviewOn ?? null,
        outcome: 'pending' as const,
      };
      expect(allowedOutcomes(stage, on)).toContain(outcome);
      expect(
        [asked.get(referral)?.on, letter?.on, letter?.interviewOn].filter((day) => day != null && day > on),
      ).toEqual([]);
    }
  });

  it('makes every 紹介就職 out of a letter with an interview and an accepted offer of that referral', () => {
    const invited = new Set(
      all('issue_letter')
        .filter(({ interviewOn }) => interviewOn !== null)
        .map(({ referral }) => referral),
    );
    const referralOf = new Map(all('receive_offer').map(({ offer, referral }) => [offer, referral]));
    const accepted = new Set(all('accept_offer').map(({ offer }) => offer));
    for (const { route, referral, offer } of all('record_placement')) {
      const chain =
        referral !== null &&
        offer !== null &&
        invited.has(referral) &&
        referralOf.get(offer) === referral &&
        accepted.has(offer);
      expect(chain).toBe(route === 'hello_work_referral');
    }
  });

  it('calls a consultation team support exactly when both sides took part, the author first', () => {
    for (const { by, participants, teamSupport } of all('log_consultation')) {
      expect(new Set(participants.map((staff) => sideOf.get(staff))).size > 1).toBe(teamSupport);
      expect(participants[0]).toBe(by);
    }
  });

  it('does nothing in a case after it is closed', () => {
    const closedOn = new Map(all('close_case').map((input) => [input.case, input.on]));
    const late = records.inputs.filter(
      (input) => 'case' in input && input.case !== null && input.on > (closedOn.get(input.case) ?? '9999'),
    );
    expect(late).toEqual([]);
  });

  it('gives every person a name of their own, with kana', () => {
    const people = all('register_person');
    expect(new Set(people.map(({ familyName, givenName }) => `${familyName} ${givenName}`)).size).toBe(people.length);
    expect(people.filter(({ familyKana, givenKana }) => !isKana(familyKana) || !isKana(givenKana))).toEqual([]);
  });

  it('keeps consultations to what a person can bear', () => {
    const perMonth = new Map<string, number>();
    for (const { person, on } of all('log_consultation')) {
      const key = `${person} ${on.slice(0, 7)}`;
      perMonth.set(key, (perMonth.get(key) ?? 0) + 1);
    }
    expect(Math.max(...perMonth.values())).toBeLessThanOrEqual(12);
  });
});
