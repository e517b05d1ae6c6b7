import type { IsoDate } from '#kernel';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import type { Key, StaffCode } from './inputs.js';
import type { Stage } from './stage.js';

const SESSIONS = [
  { outcomes: ['information_given'], text: '求人の探し方と窓口の使い方を説明した。' },
  { outcomes: ['jobs_searched'], text: '端末で求人を検索し、通える範囲の3件を比べた。' },
  { outcomes: ['documents_reviewed'], text: '履歴書の志望動機を書き直した。' },
  { outcomes: ['documents_reviewed', 'next_booked'], text: '職務経歴書の下書きを見た。次回までに清書する。' },
  { outcomes: ['interview_practice'], text: '面接の受け答えを練習した。声の大きさはよくなった。' },
  { outcomes: ['jobs_searched', 'next_booked'], text: '希望の職種を広げて検索した。次回は応募先を決める。' },
  { outcomes: ['benefit_advice'], text: '収入があったときの手当の扱いを説明した。' },
  { outcomes: ['information_given', 'next_booked'], text: '生活のリズムを聞き取り、午前の求人から始めることにした。' },
] as const;

const FIRST_SESSION = {
  outcomes: ['information_given', 'next_booked'],
  text: '自治体と国の職員が同席し、目標と役割を本人と確かめた。',
} as const;

/** Somebody a consultation can be held with, and with whom. */
export interface Client {
  readonly person: Key;
  /** Null when the person only consults. */
  readonly case: Key | null;
  readonly staff: StaffCode;
  readonly desk?: string;
  readonly kind?: ConsultationKind;
  readonly channel?: ConsultationChannel;
  /** First and last day on which the person may come. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** One counsellor and the person. */
export function consult(stage: Stage, client: Client, on: IsoDate): void {
  const session = stage.random.pick(SESSIONS);
  const phone = stage.random.percent(8);
  log(stage, client, on, [client.staff], session, phone ? 'phone' : (client.channel ?? 'desk'));
}

/** Staff of both sides and the person: team support. */
export function consultTogether(stage: Stage, client: Client, on: IsoDate, colleague: StaffCode): void {
  log(stage, client, on, [client.staff, colleague], FIRST_SESSION, 'desk');
}

function log(
  stage: Stage,
  client: Client,
  on: IsoDate,
  participants: readonly StaffCode[],
  session: { readonly outcomes: readonly ConsultationOutcome[]; readonly text: string },
  channel: ConsultationChannel,
): void {
  stage.diary.add({
    do: 'log_consultation',
    on,
    by: client.staff,
    consultation: stage.diary.key('consultation'),
    person: client.person,
    case: client.case,
    desk: client.desk ?? stage.desk,
    kind: client.kind ?? 'vocational',
    channel,
    participants,
    teamSupport: participants.length > 1,
    outcomes: session.outcomes,
    text: session.text,
  });
}

/**
 * Holds exactly so many consultations with these people on the days given, at most one a day with each, spread as chance has it.
 * @throws Error when there are not enough people and days
 */
export function spreadConsultations(
  stage: Stage,
  clients: readonly Client[],
  days: readonly IsoDate[],
  total: number,
): void {
  for (const { who, day } of spread(stage, clients, days, total)) consult(stage, who, day);
}

/** Chooses pairs of a person and a day inside the person's time, no pair twice. */
export function spread<Who extends Pick<Client, 'firstDay' | 'lastDay'>>(
  stage: Stage,
  people: readonly Who[],
  days: readonly IsoDate[],
  total: number,
): { readonly who: Who; readonly day: IsoDate }[] {
  const open = people.map((who) => ({
    who,
    free: stage.random.shuffle(days.filter((day) => day >= who.firstDay && day <= who.lastDay)),
  }));
  const chosen: { readonly who: Who; readonly day: IsoDate }[] = [];
  while (chosen.length < total) {
    const available = open.filter(({ free }) => free.length > 0);
    if (available.length === 0) throw new Error(`${stage.site}: only ${chosen.length} of ${total} fit from ${days[0]}`);
    // Not everybody comes in every round, so that some come often and some seldom.
    const coming =
      available.length === 1 ? available : stage.random.shuffle(available).slice(0, Math.ceil(available.length * 0.6));
    for (const { who, free } of coming) {
      const day = free.pop();
      if (day !== undefined && chosen.length < total) chosen.push({ who, day });
    }
  }
  return chosen;
}
