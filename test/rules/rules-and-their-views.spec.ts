import fc from 'fast-check';
import { DataSource, type QueryRunner } from 'typeorm';
import { clocksOn, nearestClock } from '#domain/jobseeker';
import { isAtWork } from '#domain/organisation';
import { nextStepOf, type OwnedWork, type TeamMember, whoSeesTo } from '#domain/support-case';
import { dueDayOf, stepsToDo, versionInForce } from '#domain/support-plan';
import type { OpenTask } from '#domain/task';
import { nextJoin } from '../../src/workspaces/case-rows/case-row.sql.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { found, MIHON } from '../support/sites.js';
import { history, type History, sideOfStaff } from './history.js';
import { writeHistory, type Written } from './written-history.js';

/** How many histories each rule is tried on; a run of the night may ask for more. */
const RUNS = Number(process.env.HISTORIES ?? 100);

/**
 * A rule that SQL needs is a view, and the view is held to the rule: whatever may have happened, both say the same.
 * The list of these pairs is in src/decisions/0027-page-first-and-one-view-a-rule.md.
 */
describe('a rule and its view', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  let runner: QueryRunner;
  beforeAll(async () => {
    database = await freshDatabase();
    await found(database.ownerUrl, MIHON);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    runner = owner.createQueryRunner();
  });
  afterAll(async () => {
    await runner.release();
    await owner.destroy();
    await database.drop();
  });

  const onEvery = (check: (story: History, written: Written) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(history, async (story) => {
        await runner.query('BEGIN');
        try {
          await check(story, await writeHistory(runner, story));
        } finally {
          await runner.query('ROLLBACK');
        }
      }),
      { numRuns: RUNS },
    );
  const rows = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => runner.query(sql, parameters);
  const byText = <T>(all: readonly T[]): string[] => all.map((one) => JSON.stringify(one)).sort();

  it('who is at work: isAtWork and staff_at_work', () =>
    onEvery(async ({ staff, today }, { staffIds, siteId }) => {
      const found = await rows<{ id: string }>(
        'SELECT staff_id AS id FROM staff_at_work WHERE site_id = $1 AND staff_id = ANY ($2)',
        siteId,
        staffIds,
      );
      const here = staffIds.filter((_, index) => {
        const person = staff[index];
        return person !== undefined && isAtWork(person, person.postings, today);
      });
      expect(byText(found)).toEqual(byText(here.map((id) => ({ id }))));
    }));

  it('which clock runs: clocksOn, nearestClock and benefit_clock', () =>
    onEvery(async ({ benefits, today }, { jobseekerId }) => {
      const found = await rows<{ name: string; endsOn: string }>(
        `SELECT name, ends_on::text AS "endsOn" FROM benefit_clock WHERE jobseeker_id = $1 ORDER BY place, name, id`,
        jobseekerId,
      );
      const plain = ({ name, endsOn }: { name: string; endsOn: string }): object => ({ name, endsOn });
      expect(byText(found)).toEqual(byText(clocksOn(benefits, today).map(plain)));
      const nearest = nearestClock(benefits, today);
      expect(found[0]?.endsOn).toEqual(nearest?.endsOn);
    }));

  it('what a plan asks for now: stepsToDo of the version in force and plan_step_to_do', () =>
    onEvery(async (story, { caseId }) => {
      const found = await rows<{ id: string; dueOn: string | null }>(
        'SELECT id, due_on::text AS "dueOn" FROM plan_step_to_do WHERE support_case_id = $1',
        caseId,
      );
      const expected =
        story.status === 'closed' ? [] : stepsOf(story).map((step) => ({ id: step.id, dueOn: dueDayOf(step) }));
      expect(byText(found)).toEqual(byText(expected));
    }));

  it('what comes next on a case: nextStepOf and the column of the lists', () =>
    onEvery(async (story, { caseId }) => {
      const [found] = await rows<{ id: string | null }>(
        `SELECT next.id FROM support_case c ${nextJoin('c.jobseeker_id', 'c.id', 'c.status')} WHERE c.id = $1`,
        caseId,
      );
      const tasks: OpenTask[] = [
        ...story.promises.filter(({ state }) => state === 'open'),
        ...stepsOf(story).map((step) => ({ id: step.id, dueOn: dueDayOf(step) })),
      ];
      expect(found?.id ?? null).toBe(nextStepOf(story.status, tasks)?.id ?? null);
    }));

  it('what is due and who sees to it: whoSeesTo and due_work_of_staff', () =>
    onEvery(async (story, { caseId, jobseekerId, staffIds }) => {
      const found = await rows<{ id: string; dueOn: string; by: string | null }>(
        `SELECT subject_id AS id, due_on::text AS "dueOn", staff_id AS by FROM due_work_of_staff WHERE jobseeker_id = $1`,
        jobseekerId,
      );
      expect(byText(found)).toEqual(byText(dueOf(story, caseId, staffIds)));
    }));
});

function stepsOf({ versions, today }: History) {
  return stepsToDo(versionInForce(versions)?.steps ?? [], today);
}

/** On paper: everything that has a day, a line for each who sees to it, or one that names nobody. */
function dueOf(story: History, caseId: string, staffIds: readonly string[]) {
  const { today, staff, status, promises, reviews, versions, reviewOn } = story;
  const team: TeamMember[] = story.team.map((member) => ({
    ...member,
    staffId: staffIds[member.staff] ?? '',
    organisationId: 0,
    side: sideOfStaff(member.staff),
  }));
  const atWork = (staffId: string): boolean => {
    const person = staff[staffIds.indexOf(staffId)];
    return person !== undefined && isAtWork(person, person.postings, today);
  };
  const idOf = (index: number | null): string | null => (index === null ? null : (staffIds[index] ?? null));
  const lines = (id: string, dueOn: string | null, work: OwnedWork, members = team): object[] => {
    if (dueOn === null) return [];
    const seers = whoSeesTo(work, members, today, atWork);
    return (seers.length === 0 ? [null] : seers).map((by) => ({ id, dueOn, by }));
  };
  const ofPerson = promises
    .filter(({ state, inCase }) => state === 'open' && !inCase)
    .flatMap(({ id, dueOn, ownerSide, owner }) => lines(id, dueOn, { ownerSide, ownerStaffId: idOf(owner) }, []));
  if (status === 'closed') return ofPerson;
  return [
    ...ofPerson,
    ...promises
      .filter(({ state, inCase }) => state === 'open' && inCase)
      .flatMap(({ id, dueOn, ownerSide, owner }) => lines(id, dueOn, { ownerSide, ownerStaffId: idOf(owner) })),
    ...stepsOf(story).flatMap((step) =>
      lines(step.id, dueDayOf(step), {
        ownerSide: step.ownerSide,
        ownerStaffId: step.ownerStaffId === null ? null : idOf(Number(step.ownerStaffId)),
      }),
    ),
    ...(versions.length === 0 ? [] : reviews)
      .filter(({ held }) => !held)
      .flatMap(({ id, dueOn, owner }) => lines(id, dueOn, { ownerSide: null, ownerStaffId: idOf(owner) })),
    ...(status === 'suspended' ? lines(caseId, reviewOn, { ownerSide: null, ownerStaffId: null }) : []),
  ];
}
