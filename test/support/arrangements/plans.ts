import type { Answer, TestApplication } from '../application.js';

export interface StepArrangement {
  readonly stepKey?: string;
  readonly title?: string;
  readonly ownerSide?: string;
  readonly ownerStaffId?: string;
  readonly dueOn?: string;
  readonly branchCondition?: string;
  readonly branchOn?: string;
  readonly branchOf?: string;
}

export interface PlanArrangement {
  readonly goal?: string;
  readonly situation?: string;
  readonly drawnUpOn?: string;
  readonly steps?: readonly StepArrangement[];
  readonly reviews?: readonly { readonly dueOn: string; readonly ownerStaffId?: string }[];
  readonly reason?: string;
  readonly version?: number;
}

/** A step of the national side that is due in the second half of 2026, unless said otherwise. */
export const aStep = (said: StepArrangement = {}): StepArrangement => ({
  title: '応募書類を作る',
  ownerSide: 'national',
  dueOn: '2026-07-31',
  ...said,
});

/** What drawing up a plan takes, today unless said otherwise. */
export const planBody = (t: TestApplication, said: PlanArrangement = {}): object => ({
  goal: '介護の仕事に就く',
  drawnUpOn: t.clock.today(),
  steps: [aStep()],
  ...said,
});

/** `login` (the caseworker unless said otherwise) draws up a plan or, with `version`, changes it. */
export async function aPlan(
  t: TestApplication,
  caseId: string,
  said: PlanArrangement = {},
  login = 'caseworker',
): Promise<{ id: string; planVersion: number; version: number }> {
  return done(await (await t.as(login)).put(`/cases/${caseId}/plan`, planBody(t, said))).body;
}

/** A plan the person signed, today unless `drawnUpOn` is said: that day. Answers the state the case went on to. */
export async function anAgreedPlan(
  t: TestApplication,
  caseId: string,
  said: PlanArrangement = {},
  login = 'caseworker',
): Promise<{ id: string; planVersion: number; version: number; caseStatus: string }> {
  const plan = await aPlan(t, caseId, said, login);
  const agreement = {
    planVersion: plan.planVersion,
    agreedOn: said.drawnUpOn ?? t.clock.today(),
    agreedHow: 'signed',
    version: plan.version,
  };
  const { caseStatus, version } = done(
    await (await t.as(login)).post(`/cases/${caseId}/plan/agreement`, agreement),
  ).body;
  return { ...plan, version, caseStatus };
}

/** The plan of a case as `login` reads it. */
export async function planOf(t: TestApplication, caseId: string, login = 'caseworker'): Promise<Answer['body']> {
  return done(await (await t.as(login)).get(`/cases/${caseId}/plan`)).body;
}

function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
