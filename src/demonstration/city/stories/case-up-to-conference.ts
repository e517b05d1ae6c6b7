import type { Story } from '../stage.js';

export interface CaseUpToConference {
  /** Days before today on which the case is opened; the request, its answer and the meetings follow within three weeks. */
  readonly from: number;
  readonly caseworker: string;
  readonly navigator: string;
  readonly wanted: string;
  readonly background: string;
  /** 求職番号. */
  readonly number: string;
}

/** The whole road of a welfare case from 相談受付 to the conference, for a person already registered. */
export function caseUpToConference(
  { on, person, case: period }: Story,
  { from, caseworker, navigator, wanted, background, number }: CaseUpToConference,
): void {
  on(from, '10:10', () => period.open(caseworker, { programme: 'welfare', desk: 'welfare', teamSupport: true }));
  on(from - 2, '11:00', () => period.pickCandidate(caseworker));
  on(from - 5, '13:30', async () => {
    await person.consents(caseworker);
    await period.confirmConsent(caseworker);
    await period.request(caseworker, wanted, background);
  });
  on(from - 8, '09:20', () => period.acceptRequest(navigator));
  on(from - 12, '10:00', async () => {
    await period.interview(navigator);
    await person.registerAsJobSeeker(navigator, number);
  });
  on(from - 16, '15:00', () => period.conference(caseworker));
}
