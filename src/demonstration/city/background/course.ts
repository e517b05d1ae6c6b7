import { addDays, type IsoDate } from '#kernel';
import { EMPLOYERS } from '../employers.js';
import type { Random } from '../../published-records/random.js';
import { officeDayFrom } from '../calendar.js';
import type { Stage } from '../stage.js';
import type { Newcomer } from './newcomer.js';
import { CLOSINGS, CONTACTS, FAILED_BECAUSE, GOALS, NEXT_ACTIONS, OFFERS, SITUATIONS, TALKS } from './words.js';

/** Something that happens so many days after the thing before it; told the day it falls on. */
interface CourseStep {
  readonly after: number;
  readonly act: (day: IsoDate) => Promise<void>;
}

const ORDERS = EMPLOYERS.flatMap(({ orders }) => orders);
const HIRED_PERCENT = 38;
const FOUND_WORK_PERCENT = 30;

/** Notes the course of one person, as far as it goes by today. */
export function noteCourse({ calendar, diary }: Stage, person: Newcomer, firstDay: IsoDate, random: Random): void {
  let day = firstDay;
  for (const [index, { after, act }] of courseOf(person, random).entries()) {
    day = index === 0 ? day : officeDayFrom(addDays(day, after));
    if (day > calendar.today) return;
    const on = day;
    diary.note(
      `background ${person.number}`,
      on,
      `${String(random.between(9, 16)).padStart(2, '0')}:${random.between(1, 5)}0`,
      () => act(on),
    );
  }
}

function courseOf(person: Newcomer, random: Random): CourseStep[] {
  const search = searchOf(person, random);
  return [
    ...beginningOf(person, random),
    ...planOf(person, random),
    ...search.beats,
    ...(search.hired ? afterHire(person, random) : endingOf(person, random)),
  ];
}

function beginningOf(
  { story: { person, case: period, support }, programme, host, caseworker, navigator, register, number }: Newcomer,
  random: Random,
): CourseStep[] {
  const talk = random.pick(TALKS);
  const open = async (): Promise<void> => {
    await register();
    await period.open(host, {
      programme,
      desk: programme === 'welfare' ? 'welfare' : 'joint',
      teamSupport: programme !== 'general',
    });
  };
  const consents = async (): Promise<void> => {
    await person.consents(caseworker);
    await period.confirmConsent(caseworker);
  };
  switch (programme) {
    case 'general':
      return [
        courseStep(0, async () => {
          await open();
          await person.registerAsJobSeeker(navigator, number);
          await period.startSupport(navigator);
          await support.talk(navigator, talk);
        }),
      ];
    case 'needy':
      return [
        courseStep(0, async () => {
          await open();
          await consents();
          await period.assign(caseworker, navigator);
          await person.registerAsJobSeeker(navigator, number);
          await support.talk(caseworker, { ...talk, with: [navigator] });
        }),
      ];
    case 'welfare':
      return [
        courseStep(0, open),
        courseStep(random.between(2, 6), () => period.pickCandidate(caseworker)),
        courseStep(random.between(2, 6), async () => {
          await consents();
          await period.request(
            caseworker,
            '求人の紹介と応募書類の助言',
            '生活のリズムが整い、就労に向けて動ける状態にある。',
          );
        }),
        courseStep(random.between(1, 4), () => period.acceptRequest(navigator)),
        courseStep(random.between(3, 7), async () => {
          await period.interview(navigator);
          await person.registerAsJobSeeker(navigator, number);
        }),
        courseStep(random.between(2, 6), () => period.conference(caseworker)),
      ];
  }
}

function planOf({ story: { support }, programme, navigator }: Newcomer, random: Random): CourseStep[] {
  if (programme === 'general' && random.percent(70)) return [];
  const [goal, situation] = [random.pick(GOALS), random.pick(SITUATIONS)];
  return [
    courseStep(random.between(3, 9), (day) =>
      support.plan(navigator, {
        goal,
        situation,
        steps: [
          { title: '応募書類を仕上げる', due: addDays(day, 60), owner: navigator },
          { title: '週に1回は求人を検索する', due: addDays(day, 120), owner: 'jobseeker' },
        ],
      }),
    ),
  ];
}

/** Consultations and referrals, until somebody is hired or the consultations are over. */
function searchOf(person: Newcomer, random: Random): { beats: CourseStep[]; hired: boolean } {
  const beats: CourseStep[] = [];
  const orders = random.shuffle(ORDERS);
  const times = random.between(3, 9);
  for (let time = 1; time <= times; time += 1) {
    beats.push(consultationOf(person, random));
    const order = time > 1 && random.percent(50) ? orders.pop() : undefined;
    if (order === undefined) continue;
    const hired = random.percent(HIRED_PERCENT);
    beats.push(...attemptOf(person, random, order.key, hired));
    if (hired) return { beats: [...beats, placementOf(person, random, order)], hired };
  }
  return { beats, hired: false };
}

function consultationOf(
  { story: { support }, programme, caseworker, navigator }: Newcomer,
  random: Random,
): CourseStep {
  const talk = random.pick(TALKS);
  const together = programme !== 'general' && random.percent(35);
  const next = random.percent(35) ? random.pick(NEXT_ACTIONS) : undefined;
  const dueIn = random.between(7, 16);
  return courseStep(random.between(9, 24), async (day) => {
    await support.did(navigator);
    await support.talk(navigator, {
      ...talk,
      ...(together ? { with: [caseworker] } : {}),
      ...(next === undefined
        ? {}
        : { next: [{ title: next, due: addDays(day, dueIn), owner: together ? caseworker : navigator }] }),
    });
  });
}

function attemptOf(
  { story: { jobs }, navigator }: Newcomer,
  random: Random,
  order: string,
  hired: boolean,
): CourseStep[] {
  const interviewIn = random.between(4, 9);
  const [outcome, reasonCode] = random.pick(FAILED_BECAUSE);
  const [offer, byLetter] = [random.pick(OFFERS), hired || outcome === 'interview_failed'];
  return [
    courseStep(random.between(1, 3), async (day) => {
      await jobs.ask(navigator, order);
      if (outcome === 'refused_before_application' && !hired)
        return jobs.failed(navigator, order, outcome, { reasonCode });
      return jobs.letter(navigator, order, ...(byLetter ? [addDays(day, interviewIn)] : []));
    }),
    courseStep(interviewIn + 2, async () => {
      if (hired) return jobs.offered(navigator, order, offer);
      return outcome === 'refused_before_application'
        ? undefined
        : jobs.failed(navigator, order, outcome, { reasonCode });
    }),
  ];
}

function placementOf(
  { story: { jobs }, navigator }: Newcomer,
  random: Random,
  { key, title, type }: (typeof ORDERS)[number],
): CourseStep {
  const startsIn = random.between(3, 20);
  return courseStep(random.between(1, 4), async (day) => {
    await jobs.accept(navigator);
    await jobs.hired(navigator, key, { occupation: title, startsOn: addDays(day, startsIn), type });
  });
}

function afterHire(
  { story: { case: period, support, jobs }, programme, navigator }: Newcomer,
  random: Random,
): CourseStep[] {
  const told = random.pick(CONTACTS);
  return [
    courseStep(22, async () => {
      await support.did(navigator);
      if (programme !== 'general') await support.finishPlan(navigator, 'done');
      await period.startFollowUp(navigator);
    }),
    courseStep(random.between(14, 25), () =>
      jobs.contact(navigator, { with: 'jobseeker', channel: 'phone', text: told }),
    ),
    courseStep(random.between(30, 70), () => period.close(navigator, 'employed_settled')),
  ];
}

function endingOf(person: Newcomer, random: Random): CourseStep[] {
  const {
    story: { case: period, support, jobs },
    programme,
    navigator,
  } = person;
  if (random.percent(FOUND_WORK_PERCENT)) {
    const workplace = random.pick(['市内の飲食店', '知人の工務店', '隣の市の倉庫', '以前の勤め先']);
    return [
      courseStep(random.between(5, 20), (day) =>
        jobs.foundWork(navigator, workplace, { occupation: '補助作業', startsOn: addDays(day, 3), type: 'part_time' }),
      ),
      ...afterHire(person, random),
    ];
  }
  const [reason, note] = random.pick(CLOSINGS);
  return [
    courseStep(random.between(12, 40), async () => {
      await support.did(navigator, undefined, 'dropped');
      if (programme !== 'general') await support.finishPlan(navigator, 'dropped');
      await period.close(navigator, reason, note);
    }),
  ];
}

function courseStep(after: number, act: (day: IsoDate) => Promise<void>): CourseStep {
  return { after, act };
}
