/** Referrals, offers and placements of a person under support. */
import type { IsoDate } from '#kernel';
import type { PlacementRoute } from '#domain/placement';
import type { InventedOrder } from './employers.js';
import type { Key, RecordReferralOutcome } from './inputs.js';
import type { Supported } from './journey.js';
import type { Stage } from './stage.js';

/** Open days from the referral letter to the first day of work: interview, offer, answer, start. */
export const DAYS_TO_PLACEMENT = 5;

/** Open days from the letter to the interview. */
const DAYS_TO_INTERVIEW = 2;

const FAILURES: readonly RecordReferralOutcome['outcome'][] = [
  'document_failed',
  'document_failed',
  'interview_failed',
  'interview_failed',
  'not_attended',
];

/** 紹介就職: letter, interview, offer, acceptance, first day of work on `startsOn`. Returns the placement. */
export function placeByReferral(stage: Stage, supported: Supported, startsOn: IsoDate): Key {
  const { diary, days, random } = stage;
  const order = random.pick(stage.orders);
  const letterOn = days.shift(startsOn, -DAYS_TO_PLACEMENT);
  const offeredOn = days.shift(startsOn, -2);
  const decidedOn = days.shift(startsOn, -1);
  const referral = issueLetter(stage, supported, order, letterOn, days.shift(letterOn, DAYS_TO_INTERVIEW));
  const offer = receiveOffer(stage, supported, referral, order, offeredOn);
  const by = supported.national;
  diary.add({ do: 'accept_offer', on: decidedOn, by, offer });
  const placement = diary.key('placement');
  diary.add({
    do: 'record_placement',
    on: startsOn,
    by,
    placement,
    case: supported.case,
    referral,
    offer,
    employer: order.employer,
    workplaceName: order.name,
    occupation: order.title,
    route: 'hello_work_referral',
    employmentType: order.employmentType,
    decidedOn,
    startsOn,
  });
  return placement;
}

/** A job found another way (自己就職, 面接会, オンライン自主応募), told afterwards. Returns the placement. */
export function placeOtherwise(stage: Stage, supported: Supported, startsOn: IsoDate, route: PlacementRoute): Key {
  const { diary, days, random } = stage;
  const { name, title, employmentType } = random.pick(stage.orders);
  const placement = diary.key('placement');
  diary.add({
    do: 'record_placement',
    on: startsOn,
    by: random.percent(50) ? supported.municipal : supported.national,
    placement,
    case: supported.case,
    referral: null,
    offer: null,
    employer: null,
    workplaceName: name,
    occupation: title,
    route,
    employmentType,
    decidedOn: days.shift(startsOn, -1),
    startsOn,
  });
  return placement;
}

/** Three of four by referral, the rest by other routes. */
export function place(stage: Stage, supported: Supported, startsOn: IsoDate): Key {
  if (stage.random.percent(75)) return placeByReferral(stage, supported, startsOn);
  return placeOtherwise(
    stage,
    supported,
    startsOn,
    stage.random.pick(['self_found', 'self_found', 'job_fair', 'online_application']),
  );
}

/** 就職の取消: the job did not come about after all; the search goes on. */
export function reverse(stage: Stage, supported: Supported, placement: Key, on: IsoDate): void {
  stage.diary.add({
    do: 'reverse_placement',
    on,
    by: supported.national,
    placement,
    reason: '初日に体調を崩し、雇入れが取り消された。',
  });
}

/** A referral that came to nothing; without `outcomeOn` it is still open. */
export function referUnsuccessfully(
  stage: Stage,
  supported: Supported,
  letterOn: IsoDate,
  outcomeOn: IsoDate | null,
): void {
  const outcome = stage.random.pick(FAILURES);
  const interviewOn = outcome === 'document_failed' ? null : outcomeOn;
  const referral = issueLetter(stage, supported, stage.random.pick(stage.orders), letterOn, interviewOn);
  if (outcomeOn === null) return;
  stage.diary.add({ do: 'record_referral_outcome', on: outcomeOn, by: supported.national, referral, outcome });
}

/** Refused by the employer when asked: no letter, so no referral that counts. */
export function askUnsuccessfully(stage: Stage, supported: Supported, on: IsoDate): void {
  const referral = ask(stage, supported, stage.random.pick(stage.orders), on);
  stage.diary.add({
    do: 'record_referral_outcome',
    on,
    by: supported.national,
    referral,
    outcome: 'refused_before_application',
  });
}

/** An offer that the person declines (辞退): an offer, not a placement. Takes {@link DAYS_TO_PLACEMENT} open days. */
function declineOffer(stage: Stage, supported: Supported, letterOn: IsoDate): void {
  const { diary, days, random } = stage;
  const order = random.pick(stage.orders);
  const by = supported.national;
  const referral = issueLetter(stage, supported, order, letterOn, days.shift(letterOn, DAYS_TO_INTERVIEW));
  const offer = receiveOffer(stage, supported, referral, order, days.shift(letterOn, 3));
  const declinedOn = days.shift(letterOn, DAYS_TO_PLACEMENT);
  diary.add({ do: 'decline_offer', on: declinedOn, by, offer, reason: '勤務時間の条件が合わなかった。' });
}

/** One attempt after the other from `from` on, each ended before `until`; now and then an offer that is declined. */
export function searchUnsuccessfully(
  stage: Stage,
  supported: Supported,
  from: IsoDate,
  until: IsoDate,
  attempts: number,
): void {
  const { days, random } = stage;
  let free = from;
  for (let attempt = 0; attempt < attempts && days.between(free, until) > DAYS_TO_PLACEMENT + 2; attempt += 1) {
    const letterOn = days.shift(free, 1);
    const endsOn = days.shift(letterOn, DAYS_TO_PLACEMENT);
    if (random.percent(6)) declineOffer(stage, supported, letterOn);
    else referUnsuccessfully(stage, supported, letterOn, days.shift(letterOn, random.between(2, DAYS_TO_PLACEMENT)));
    free = endsOn;
  }
  if (random.percent(10) && free < until) askUnsuccessfully(stage, supported, free);
}

/** 定着支援 from the day after the start, and 終了 once settled; the case stays open when that day is not told of. */
export function settle(stage: Stage, supported: Supported, startsOn: IsoDate, closesOn: IsoDate | null): Supported {
  const { diary, days } = stage;
  const by = supported.national;
  const followUpOn = days.shift(startsOn, 1);
  if (followUpOn > startsOn) diary.add({ do: 'start_follow_up', on: followUpOn, by, case: supported.case });
  if (closesOn !== null)
    diary.add({ do: 'close_case', on: closesOn, by, case: supported.case, reason: 'employed_settled' });
  return { ...supported, lastDay: days.shift(startsOn, -1) };
}

function issueLetter(
  stage: Stage,
  supported: Supported,
  order: InventedOrder,
  on: IsoDate,
  interviewOn: IsoDate | null,
): Key {
  const referral = ask(stage, supported, order, on);
  stage.diary.add({ do: 'issue_letter', on, by: supported.national, referral, interviewOn });
  return referral;
}

function ask(stage: Stage, supported: Supported, order: InventedOrder, on: IsoDate): Key {
  const { diary } = stage;
  const by = supported.national;
  const referral = diary.key('referral');
  diary.use(order, on, by);
  diary.add({
    do: 'ask_employer',
    on,
    by,
    referral,
    case: supported.case,
    employer: order.employer,
    jobOrder: order.jobOrder,
  });
  return referral;
}

function receiveOffer(stage: Stage, supported: Supported, referral: Key, order: InventedOrder, on: IsoDate): Key {
  const offer = stage.diary.key('offer');
  stage.diary.add({
    do: 'receive_offer',
    on,
    by: supported.national,
    offer,
    case: supported.case,
    referral,
    employer: order.employer,
  });
  return offer;
}
