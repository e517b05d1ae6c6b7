/** The way of one person through a case, told step by step with business days between the steps. */
import { addMonths, type IsoDate } from '#kernel';
import type { ConsultationChannel, ConsultationKind } from '#domain/consultation';
import type { CloseReason } from '#domain/support-case';
import { consultTogether, type Client } from './consultations.js';
import type { Key, StaffCode } from './inputs.js';
import { registerPerson, type Newcomer, type Stage } from './stage.js';

/** A person under support. */
export interface Supported extends Client {
  readonly case: Key;
  readonly municipal: StaffCode;
  readonly national: StaffCode;
  readonly openedOn: IsoDate;
  /** The day the plan was agreed, or support began without one. */
  readonly firstDay: IsoDate;
  readonly groups: readonly string[];
}

/**
 * How a person comes to be supported.
 * - `requested`: every step of team support, from the caseworker's choice to the conference
 * - `planned`: consent and a plan
 * - `immediate`: consent, and support begins at the desk the same day, without a plan
 */
export type SupportRoute = 'requested' | 'planned' | 'immediate';

export interface Beginning extends Pick<Newcomer, 'groups' | 'ages' | 'interpreterLanguage'> {
  readonly route: SupportRoute;
  readonly programme: string;
  /** The day the plan is agreed, or support begins without one. */
  readonly day: IsoDate;
  /** Registration does not go back before this day. */
  readonly notBefore: IsoDate;
  readonly desk?: string;
  readonly kind?: ConsultationKind;
  readonly channel?: ConsultationChannel;
  readonly municipal?: StaffCode;
  readonly national?: StaffCode;
}

/** 主担当: each side has one on a case. */
const LEAD = '主担当';
const GOALS = [
  '通える範囲で週3日から働き始める',
  '経験を生かせる職に就く',
  '生活の見通しを立て、長く続く仕事に就く',
  '資格を生かした仕事に就く',
] as const;
const STEPS = [
  { title: '応募書類を整える', ownerSide: 'national' },
  { title: '手当と収入の見通しを確かめる', ownerSide: 'municipal' },
  { title: '求人に応募する', ownerSide: 'jobseeker' },
] as const;

/** Brings somebody new under support. */
export function beginSupport(stage: Stage, beginning: Beginning): Supported {
  const { route: road, day, groups } = beginning;
  const { diary, days, random } = stage;
  const municipal = beginning.municipal ?? random.pick(stage.municipal);
  const national = beginning.national ?? random.pick(stage.national);
  const before = (count: number): IsoDate => {
    const earlier = days.shift(day, -count);
    return earlier < beginning.notBefore ? beginning.notBefore : earlier;
  };
  const start = road === 'requested' ? 6 : road === 'planned' ? 3 : 0;
  const openedOn = before(start);
  const person = registerPerson(stage, { ...beginning, on: openedOn, by: municipal });
  const supportCase = diary.key('case');
  const supported: Supported = {
    person,
    case: supportCase,
    municipal,
    national,
    staff: national,
    openedOn,
    firstDay: day,
    lastDay: days.last,
    groups,
    ...(beginning.desk === undefined ? {} : { desk: beginning.desk }),
    ...(beginning.kind === undefined ? {} : { kind: beginning.kind }),
    ...(beginning.channel === undefined ? {} : { channel: beginning.channel }),
  };
  diary.add({
    do: 'open_case',
    on: openedOn,
    by: municipal,
    case: supportCase,
    person,
    programme: beginning.programme,
    desk: beginning.desk ?? stage.desk,
    role: LEAD,
  });
  if (road === 'requested') diary.add({ do: 'pick_candidate', on: openedOn, by: municipal, case: supportCase });
  diary.add({
    do: 'record_consent',
    on: before(road === 'immediate' ? 0 : start - 1),
    by: municipal,
    case: supportCase,
    person,
    sharedWith: stage.nationalOrganisation,
  });
  if (road === 'requested') throughRequest(stage, supported, before);
  else diary.add({ do: 'assign_staff', on: before(0), by: national, case: supportCase, staff: national, role: LEAD });
  diary.add({
    do: 'register_job_seeker',
    on: day,
    by: national,
    person,
    number: diary.key('number').replace(/\D/g, '').padStart(5, '0'),
  });
  if (road === 'immediate') {
    diary.add({ do: 'start_support', on: day, by: national, case: supportCase });
  } else {
    const steps = STEPS.map((step, index) => ({ ...step, dueOn: addMonths(day, index + 1) }));
    diary.add({
      do: 'agree_plan',
      on: day,
      by: national,
      plan: diary.key('plan'),
      case: supportCase,
      drawnUpOn: day,
      goal: random.pick(GOALS),
      steps,
    });
  }
  return supported;
}

/** 支援要請, with whose acceptance the navigator is on the team, to ケース会議; one request in thirty is returned first and made again. */
function throughRequest(
  stage: Stage,
  { case: supportCase, municipal, national }: Supported,
  before: (count: number) => IsoDate,
): void {
  const { diary, random } = stage;
  const request = (): Key => {
    const key = diary.key('request');
    diary.add({
      do: 'request_support',
      on: before(4),
      by: municipal,
      request: key,
      case: supportCase,
      toOrganisation: stage.nationalOrganisation,
      wanted: '職業相談と求人の紹介をお願いしたい。',
    });
    return key;
  };
  if (random.percent(3)) {
    diary.add({
      do: 'return_request',
      on: before(4),
      by: national,
      request: request(),
      reason: '希望する職種の記載がない。',
    });
  }
  diary.add({ do: 'accept_request', on: before(3), by: national, request: request(), staff: national });
  diary.add({ do: 'hold_interview', on: before(2), by: national, case: supportCase });
  diary.add({ do: 'hold_conference', on: before(1), by: national, case: supportCase });
}

/** The meeting of both sides with the person on the day support begins. */
export function meetTogether(stage: Stage, supported: Supported, on: IsoDate = supported.firstDay): void {
  consultTogether(stage, supported, on, supported.municipal);
}

/** 終了: the last day of support. */
export function closeCase(stage: Stage, supported: Supported, on: IsoDate, reason?: CloseReason): Supported {
  stage.diary.add({
    do: 'close_case',
    on,
    by: stage.random.percent(50) ? supported.municipal : supported.national,
    case: supported.case,
    reason: reason ?? stage.random.pick(UNPLACED_REASONS),
  });
  return { ...supported, lastDay: stage.days.shift(on, -1) };
}

const UNPLACED_REASONS: readonly CloseReason[] = [
  'period_ended',
  'own_wish',
  'own_wish',
  'health',
  'no_contact',
  'moved',
  'other_agency',
];
