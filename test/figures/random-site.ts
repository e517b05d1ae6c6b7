import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { addDays } from '#kernel';
import type { Fact, FactName, GroupMembership } from '#indicators';
import { found, MIHON } from '../support/sites.js';

/** Days the generated history spans: across the end of a fiscal year, and few, so that days often coincide. */
export const FIRST_DAY = '2026-03-25';
export const DAYS = 14;
export const day = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST_DAY, offset));

export const GROUPS = ['livelihood_protection', 'disabled', 'youth'];
export const ROUTES = ['hello_work_referral', 'self_found', 'job_fair'];
export const KINDS = ['vocational', 'livelihood', 'housing'];
export const CHANNELS = ['desk', 'phone'];

interface Person {
  readonly id: string;
  readonly caseId: string;
}

/** 見本市 with a random history written straight into its tables, as an owner may: no use case shapes it. */
export async function fillRandomly(ownerUrl: string, owner: DataSource, seed: number): Promise<{ siteId: number }> {
  const [site] = await found(ownerUrl, MIHON);
  if (!site) throw new Error('no site');
  const random = fc.sample(fc.nat(), { numRuns: 20_000, seed });
  let next = 0;
  const number = (below: number): number => (random[next++ % random.length] ?? 0) % below;
  const pick = <T>(values: readonly T[]): T => values[number(values.length)] as T;
  const randomDay = (): string => addDays(FIRST_DAY, number(DAYS));
  const later = (from: string): string => addDays(from, number(6));
  const maybe = <T>(value: T): T | null => (number(3) === 0 ? null : value);

  const organisations = [...site.organisationIds.values()];
  const desks = [...site.deskIds.values()];
  const programmes = [...site.programmeIds.values()];
  const staff = [...site.staffIds.values()];
  const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const columns = Object.keys(row);
    await owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const base = (jobseeker: string): Record<string, unknown> => ({
    site_id: site.siteId,
    org_id: pick(organisations),
    jobseeker_id: jobseeker,
  });

  const employers = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const id = uuid();
      await insert('employer', {
        id,
        site_id: site.siteId,
        org_id: pick(organisations),
        name: `見本商店${index}`,
        name_kana: 'ミホン',
        search_key: 'ミホン',
      });
      return id;
    }),
  );
  const people: Person[] = [];
  for (let index = 0; index < 40; index += 1) {
    const id = uuid();
    await insert('jobseeker', {
      id,
      site_id: site.siteId,
      org_id: pick(organisations),
      number: `J${index}`,
      registered_on: randomDay(),
    });
    const written = new Set<string>();
    for (let group = 0; group < number(3); group += 1) {
      const from = randomDay();
      const membership = { ...base(id), group_code: pick(GROUPS) };
      // One organisation writes a group once at a time; two may write the same.
      const once = JSON.stringify(membership);
      if (written.has(once)) continue;
      written.add(once);
      await insert('group_membership', { id: uuid(), ...membership, starts_on: from, ends_on: maybe(later(from)) });
    }
    const opened = randomDay();
    const closed = number(2) === 0 ? later(opened) : null;
    const caseId = uuid();
    await insert('support_case', {
      id: caseId,
      ...base(id),
      number: `S${index}`,
      programme_id: pick(programmes),
      desk_id: maybe(pick(desks)),
      status: closed ? 'closed' : 'active',
      status_since: opened,
      opened_on: opened,
      team_support_since: maybe(later(opened)),
      closed_on: closed,
      close_reason: closed ? 'own_wish' : null,
    });
    people.push({ id, caseId });
    if (number(3) > 0) {
      const drawnUp = later(opened);
      await insert('support_plan', {
        id: uuid(),
        ...base(id),
        support_case_id: caseId,
        drawn_up_on: drawnUp,
        agreed_on: maybe(later(drawnUp)),
      });
    }
  }
  for (let index = 0; index < 200; index += 1) {
    const { id, caseId } = pick(people);
    const consultation = uuid();
    const owned = base(id);
    await insert('consultation', {
      id: consultation,
      ...owned,
      support_case_id: maybe(caseId),
      desk_id: maybe(pick(desks)),
      held_on: randomDay(),
      kind: pick(KINDS),
      channel: pick(CHANNELS),
      author_id: pick(staff),
      both_sides_present: number(3) === 0,
    });
    for (const member of new Set([pick(staff), pick(staff)])) {
      await insert('consultation_participant', { consultation_id: consultation, ...owned, staff_id: member });
    }
  }
  const worked = new Set<string>();
  for (let index = 0; index < 80; index += 1) {
    const { id, caseId } = pick(people);
    const asked = randomDay();
    const referral = uuid();
    await insert('referral', {
      id: referral,
      ...base(id),
      support_case_id: caseId,
      employer_id: pick(employers),
      attempt_no: index,
      asked_on: asked,
      letter_issued_on: maybe(later(asked)),
    });
    if (number(2) === 0) {
      const route = pick(ROUTES);
      const starts = later(asked);
      const reversed = number(5) === 0 ? later(starts) : null;
      // Jobs of one day, so that several fit into a period: it has one job at a time.
      const oneAtATime = `${caseId} ${starts}`;
      if (reversed === null && worked.has(oneAtATime)) continue;
      if (reversed === null) worked.add(oneAtATime);
      await insert('placement', {
        id: uuid(),
        ...base(id),
        support_case_id: caseId,
        referral_id: route === 'hello_work_referral' ? referral : null,
        employer_id: maybe(pick(employers)),
        workplace_name: '見本商店',
        occupation: '販売',
        decided_on: asked,
        starts_on: starts,
        route,
        employment_type: 'part_time',
        left_on: reversed === null ? starts : null,
        leaving_reason_note: reversed === null ? '短期' : null,
        reversed_on: reversed,
        reversal_reason_note: reversed ? '取消' : null,
      });
    }
  }
  for (let index = 0; index < 30; index += 1) {
    const visited = randomDay();
    await insert('visit', {
      id: uuid(),
      site_id: site.siteId,
      org_id: pick(organisations),
      desk_id: maybe(pick(desks)),
      visited_on: visited,
      quantity: 1 + number(20),
      purpose: 'use',
      corrected_on: number(6) === 0 ? later(visited) : null,
    });
  }
  return { siteId: site.siteId };
}

const FACTS: readonly FactName[] = [
  'visit',
  'registration',
  'consultation',
  'support_request',
  'plan',
  'referral',
  'offer',
  'placement',
  'support',
];

/** Everything countable, as the views give it, for the reference evaluation. */
export async function factsOf(owner: DataSource): Promise<{ facts: Fact[]; memberships: GroupMembership[] }> {
  const facts: Fact[] = [];
  for (const fact of FACTS) {
    const rows: Omit<Fact, 'fact'>[] = await owner.query(
      `SELECT id, site_id AS "siteId", desk, programme, jobseeker_id AS "jobseekerId", case_id AS "caseId", occurred_on::text AS "occurredOn",
        drawn_up_on::text AS "drawnUpOn",
         asked_on::text AS "askedOn", decided_on::text AS "decidedOn", starts_on::text AS "startsOn", until::text, withdrawn_on::text AS "withdrawnOn",
           kind, channel, route,
         employment_type AS "employmentType", team_support AS "teamSupport",
         (SELECT array_agg(s.login) FROM staff s WHERE s.id = ANY (staff_ids)) AS "staffIds", staff_roles AS "staffRoles",
           establishment_id AS "establishmentId", quantity
       FROM fact_${fact}`,
    );
    facts.push(...rows.map((row) => ({ ...row, fact })));
  }
  const memberships: GroupMembership[] = await owner.query(
    `SELECT jobseeker_id AS "jobseekerId", group_code AS "group", starts_on::text AS "from", ends_on::text AS "until" FROM fact_group_membership`,
  );
  return { facts, memberships };
}
