import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { versionInForce } from '#domain/support-plan';
import { type History, sideOfStaff } from './history.js';

/** Where a history was written to. */
export interface Written {
  readonly siteId: number;
  readonly jobseekerId: string;
  readonly caseId: string;
  /** Ids of the staff, by their number. */
  readonly staffIds: readonly string[];
}

/** Writes a history as its owner, and looks at it on its day. */
export async function writeHistory(runner: QueryRunner, history: History): Promise<Written> {
  const [site]: { id: number }[] = await runner.query(`SELECT id FROM site WHERE code = 'mihon'`);
  const organisations: { id: number; side: string }[] = await runner.query(
    `SELECT o.id, o.side FROM organisation o JOIN site_organisation s ON s.organisation_id = o.id WHERE s.site_id = $1`,
    [site?.id],
  );
  const [programme]: { id: number }[] = await runner.query('SELECT id FROM programme WHERE site_id = $1 ORDER BY id', [
    site?.id,
  ]);
  const siteId = site?.id ?? 0;
  const orgOf = (side: string): number => organisations.find((one) => one.side === side)?.id ?? 0;
  const staffIds = history.staff.map(() => randomUUID());
  const staffId = (index: number | null): string | null => (index === null ? null : (staffIds[index] ?? null));
  const [jobseekerId, caseId, planId] = [randomUUID(), randomUUID(), randomUUID()];
  const owned = { site_id: siteId, org_id: orgOf('municipal'), jobseeker_id: jobseekerId };

  await runner.query(`SELECT enter_worker(NULL, NULL, '{}', '{}', NULL, ($1 || 'T12:00:00+09:00')::timestamptz)`, [
    history.today,
  ]);
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    if (columns === '') return;
    await runner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };
  await insert(
    'staff',
    history.staff.map(({ employedFrom, employedUntil }, index) => ({
      id: staffIds[index],
      organisation_id: orgOf(sideOfStaff(index)),
      login: `history-${index}`,
      name: `架空 ${index}`,
      name_kana: 'カクウ',
      role: 'case_staff',
      employed_from: employedFrom,
      employed_until: employedUntil,
    })),
  );
  await insert(
    'staff_site',
    history.staff.flatMap(({ postings }, index) =>
      postings.map(({ startsOn, endsOn }) => ({
        id: randomUUID(),
        staff_id: staffIds[index],
        site_id: siteId,
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    ),
  );
  const { jobseeker_id: _, ...ofPerson } = owned;
  await insert('jobseeker', [
    {
      ...ofPerson,
      id: jobseekerId,
      number: 'J-history',
      registered_on: '2026-01-05',
    },
  ]);
  await insert('jobseeker_identity', [
    {
      ...owned,
      id: randomUUID(),
      basis: 'registered',
      family_name: '見本',
      given_name: '歴',
      family_kana: 'ミホン',
      given_kana: 'レキ',
      kana_key: 'ミホンレキ',
    },
  ]);
  await insert('support_case', [
    {
      ...owned,
      id: caseId,
      number: 'S-history',
      programme_id: programme?.id,
      status: history.status,
      status_since: '2026-01-05',
      opened_on: '2026-01-05',
      review_on: history.status === 'suspended' ? history.reviewOn : null,
      closed_on: history.status === 'closed' ? '2026-08-01' : null,
      close_reason: history.status === 'closed' ? 'moved' : null,
    },
  ]);
  const ofCase = { ...owned, support_case_id: caseId };
  await insert(
    'case_assignment',
    history.team.map(({ id, staff, role, startsOn, endsOn }) => ({
      ...ofCase,
      id,
      staff_id: staffIds[staff],
      staff_org_id: orgOf(sideOfStaff(staff)),
      role,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
  );
  const inForce = versionInForce(history.versions);
  if (inForce !== null) {
    await insert('support_plan', [
      { ...ofCase, id: planId, drawn_up_on: '2026-01-05', version_in_force: inForce.version, version: 1 },
    ]);
    for (const { version, drawnUpOn, agreedOn, steps } of history.versions) {
      const versionId = randomUUID();
      await insert('support_plan_version', [
        {
          ...owned,
          id: versionId,
          support_plan_id: planId,
          version_no: version,
          goal: '就職',
          reason: version === 1 ? null : '変わったため',
          drawn_up_on: drawnUpOn,
          agreed_on: agreedOn,
          agreed_how: agreedOn === null ? null : 'signed',
        },
      ]);
      await insert(
        'plan_step',
        steps.map((step, index) => ({
          ...owned,
          id: step.id,
          plan_version_id: versionId,
          step_key: step.stepKey,
          position: index + 1,
          title: step.title,
          owner_side: step.ownerSide,
          owner_staff_id: step.ownerStaffId === null ? null : staffId(Number(step.ownerStaffId)),
          due_on: step.dueOn,
          branch_condition: step.branchCondition,
          branch_on: step.branchOn,
          branch_of: step.branchOf,
          state: step.state,
          done_on: step.state === 'open' ? null : '2026-06-01',
        })),
      );
    }
    await insert(
      'plan_review',
      history.reviews.map(({ id, dueOn, owner, held }) => ({
        ...owned,
        id,
        support_plan_id: planId,
        due_on: dueOn,
        owner_staff_id: staffId(owner),
        held_on: held ? dueOn : null,
        outcome: held ? '続ける' : null,
      })),
    );
  }
  await insert(
    'next_action',
    history.promises.map(({ id, inCase, dueOn, ownerSide, owner, state }) => ({
      ...owned,
      id,
      support_case_id: inCase ? caseId : null,
      title: '電話をする',
      due_on: dueOn,
      owner_side: ownerSide,
      owner_staff_id: staffId(owner),
      state,
      done_on: state === 'open' ? null : '2026-06-01',
    })),
  );
  await insert(
    'benefit',
    history.benefits.map(({ name, startsOn, endsOn }) => ({
      ...owned,
      id: randomUUID(),
      name,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
  );
  return { siteId, jobseekerId, caseId, staffIds };
}
