import { type Grant, holdsOn, maySee, type SharingCategory, TABLE_CATEGORIES } from '#domain/sharing';
import type { Role, Side } from '#access';
import type { Answer, TestApplication } from '../../support/application.js';
import { caseVersion, programmeIdOf, takeStep } from '../../support/arrangements/cases.js';
import { aConsultation, staffIdOf } from '../../support/arrangements/consultations.js';
import { aJobseeker, withParticipationConsent, withSharingConsent } from '../../support/arrangements/jobseekers.js';
import { A_JOB, anEmployer } from '../../support/arrangements/placements.js';
import { aPlan, aStep } from '../../support/arrangements/plans.js';

/** A syllable pair that no Japanese word has, before four of ten others: found by one look at a page, and a name that a form takes. */
const LETTERS = 'アカサタナハマヤラワ';
const PREFIX = 'ヌヘ';
const MARK = new RegExp(`${PREFIX}[${LETTERS}]{4}`, 'g');
/** What finds everybody marked, and is no mark where a page repeats it. */
export const ANY_MARK = PREFIX;

export const marksIn = (text: string): Set<string> => new Set(text.match(MARK));

/** A text that stands nowhere else, for one field of one record. */
export class Marks {
  private given = 0;

  next(): string {
    const digits = String(this.given++).padStart(4, '0');
    return PREFIX + [...digits].map((digit) => LETTERS[Number(digit)]).join('');
  }

  /** A 求職番号, which is a number and bears no mark. */
  freshNumber(): string {
    return `13010-${String(this.given++).padStart(8, '0')}`;
  }

  of<Field extends string>(...fields: readonly Field[]): Record<Field, string> {
    return Object.fromEntries(fields.map((field) => [field, this.next()])) as Record<Field, string>;
  }
}

/** Who wrote about whom: the registering side, and the other where the person is shared. */
export interface MarkedPerson {
  readonly jobseekerId: string;
  readonly caseId: string;
}

const LOGINS: Readonly<Record<Side, string>> = { municipal: 'caseworker', national: 'navigator' };

/**
 * A person with a mark in every text of every record that the interface takes about one, registered by a side, and written about by the other as well
 * where they are shared.
 */
export async function aMarkedPerson(
  t: TestApplication,
  marks: Marks,
  { by, shared }: { readonly by: Side; readonly shared: boolean },
): Promise<MarkedPerson> {
  const otherSide = by === 'municipal' ? 'national' : 'municipal';
  const [own, other] = [LOGINS[by], LOGINS[otherSide]];
  const NAMES = ['familyName', 'givenName', 'familyKana', 'givenKana', 'formerName'] as const;
  const { id: jobseekerId } = await aJobseeker(t, own, {
    ...marks.of(...NAMES, 'address', 'phone', 'nationality', 'householdNote', 'lastJob', 'education', 'healthNote'),
    birthDate: '1990-01-02',
  });
  const consent = () => marks.of('purpose', 'covers');
  await withParticipationConsent(t, own, jobseekerId, { ...consent(), givenOn: '2026-06-01' });
  if (shared) await withSharingConsent(t, own, jobseekerId, { ...consent(), givenOn: '2026-06-01' });
  const isRequested = by === 'municipal' && shared;
  const opened = await (
    await t.as(own)
  ).post('/cases', {
    jobseekerId,
    // From city to Hello Work by way of a request; else by the short way.
    programmeId: await programmeIdOf(t, own, isRequested ? 'livelihood' : 'walk-in'),
    openedOn: '2026-06-01',
    role: marks.next(),
  });
  const caseId = done(opened).id;
  if (isRequested) {
    for (const action of ['pick_candidate', 'record_consent'])
      await takeStep(t, own, caseId, action, { note: marks.next() });
    const request = { requestedOn: t.clock.today(), version: await caseVersion(t, caseId) };
    done(
      await (await t.as(own)).post(`/cases/${caseId}/requests`, { ...request, ...marks.of('wanted', 'background') }),
    );
  }
  await t.owner.query(`UPDATE support_case SET status = 'active', status_since = opened_on WHERE id = $1`, [caseId]);
  await aPlan(
    t,
    caseId,
    { ...marks.of('goal', 'situation'), steps: [aStep({ title: marks.next(), ownerSide: by })] },
    own,
  );

  const writers: (readonly [login: string, side: Side])[] = [[own, by]];
  if (shared) writers.push([other, otherSide]);
  for (const [login, side] of writers) {
    const user = await t.as(login);
    const post = async (path: string, body: object): Promise<Answer['body']> => done(await user.post(path, body));
    await post(`/jobseekers/${jobseekerId}/wishes`, {
      ...marks.of('daysAndTimes', 'commute', 'workplace', 'note'),
      ...(login === own
        ? { recordedOn: '2026-06-01' }
        : { recordedOn: t.clock.today(), ...marks.of('reasonForChange') }),
      occupations: [marks.next()],
    });
    await post(`/jobseekers/${jobseekerId}/benefits`, { ...marks.of('name', 'note'), startsOn: '2026-06-01' });
    await aConsultation(t, login, {
      jobseekerId,
      supportCaseId: caseId,
      ...marks.of('sharedText', 'ownNote'),
      nextActions: [{ title: marks.next(), dueOn: t.clock.today(), ownerSide: side }],
    });
    if (login !== own) {
      const assignment = { staffId: await staffIdOf(t, login), role: marks.next(), startsOn: t.clock.today() };
      await post(`/cases/${caseId}/assignments`, assignment);
    }
    if (side === 'national') await whatTheHelloWorkDoes(t, marks, { jobseekerId, caseId });
    if (login !== own) await whatIsLeft(t, marks, jobseekerId, login);
  }
  const job = { ...A_JOB, ...marks.of('occupation', 'workplaceName'), route: 'self_found' };
  const { id: placement } = done(await (await t.as(own)).post(`/cases/${caseId}/placements`, job));
  const spoken = { contactedOn: t.clock.today(), withWhom: 'jobseeker', channel: 'phone', stillWorking: true };
  for (const [login] of writers)
    done(await (await t.as(login)).post(`/placements/${placement}/contacts`, { ...spoken, text: marks.next() }));
  return { jobseekerId, caseId };
}

async function whatTheHelloWorkDoes(
  t: TestApplication,
  marks: Marks,
  { jobseekerId, caseId }: MarkedPerson,
): Promise<void> {
  const navigator = await t.as('navigator');
  const employerId = await anEmployer(t);
  const registered = { helloWorkNumber: marks.freshNumber(), helloWorkRegisteredOn: '2026-06-01' };
  done(await navigator.put(`/jobseekers/${jobseekerId}/hello-work-registration`, registered));
  done(
    await navigator.post(`/cases/${caseId}/negotiations`, {
      ...marks.of('termsFrom', 'termsTo', 'note'),
      employerId,
      condition: 'education',
      negotiatedOn: t.clock.today(),
    }),
  );
  const { id } = done(
    await navigator.post(`/cases/${caseId}/referrals`, { employerId, askedOn: '2026-06-02', note: marks.next() }),
  );
  const { version } = done(
    await navigator.post(`/referrals/${id}/letter`, { letterIssuedOn: '2026-06-03', version: 1 }),
  );
  const interviewed = done(
    await navigator.post(`/referrals/${id}/interview`, { interviewOn: '2026-06-04', place: marks.next(), version }),
  );
  done(
    await navigator.post(`/referrals/${id}/offer`, {
      receivedOn: t.clock.today(),
      conditions: marks.next(),
      version: interviewed.version,
    }),
  );
}

/** Of the person's file the other side writes what nobody wrote before: of each field the last written is shown. */
async function whatIsLeft(t: TestApplication, marks: Marks, jobseekerId: string, login: string): Promise<void> {
  const user = await t.as(login);
  const { body } = await user.get(`/jobseekers/${jobseekerId}`);
  const file = Object.fromEntries(
    [
      'familyName',
      'givenName',
      'familyKana',
      'givenKana',
      'formerName',
      'birthDate',
      'address',
      'phone',
      'nationality',
      'householdNote',
      'lastJob',
      'education',
      'healthNote',
      'version',
    ].map((field) => [field, body[field]]),
  );
  const left = marks.of('safeContact', 'interpreterLanguage', 'licences', 'arrivedBy', 'guardianName');
  done(await user.put(`/jobseekers/${jobseekerId}`, { ...file, ...left }));
}

/** Where a mark stands in the database, and whose the row is. */
interface Landing {
  readonly mark: string;
  readonly table: string;
  readonly jobseekerId: string | null;
  readonly organisationId: number | null;
  /** By which an organisation may have been left what another wrote: the record, or the version it is of. */
  readonly kept: string | null;
  readonly kind: string | null;
  readonly sharedWith: number | null;
  readonly staffOrganisationId: number | null;
}

/** Every row of every table in which a mark stands, queue and audit record included. */
export async function landings(t: TestApplication): Promise<Landing[]> {
  const tables: { name: string }[] = await t.owner.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: Landing[] = [];
  for (const { name } of tables) {
    const rows: { row: Record<string, unknown>; text: string }[] = await t.owner.query(
      `SELECT to_jsonb(r) AS row, r::text AS text FROM ${name} r WHERE r::text LIKE '%${PREFIX}%'`,
    );
    for (const { row, text } of rows)
      for (const mark of marksIn(text))
        found.push({
          mark,
          table: name.replace('public.', ''),
          jobseekerId: (row['jobseeker_id'] as string | undefined) ?? null,
          organisationId: (row['org_id'] as number | undefined) ?? null,
          kept: ((row['plan_version_id'] ?? row['id']) as string | undefined) ?? null,
          kind: (row['kind'] as string | undefined) ?? null,
          sharedWith: (row['shared_with_org'] as number | undefined) ?? null,
          staffOrganisationId: (row['staff_org_id'] as number | undefined) ?? null,
        });
  }
  return found;
}

/** Tables that hold what was told of a person. Anywhere else a mark is a leak: in the audit record, the timeline, a message, a notice, the queue. */
const MAY_HOLD = [...Object.keys(TABLE_CATEGORIES), 'consent', 'consultation_note'];
export const strayMarks = (all: readonly Landing[]): string[] =>
  all.filter(({ table }) => !MAY_HOLD.includes(table)).map(({ mark, table }) => `${mark} in ${table}`);

/** Who asks, at the site of the marked. */
export interface Reader {
  readonly organisation: number;
  readonly staffId: string;
  readonly role: Role;
}

interface Person {
  readonly registeredBy: number;
  readonly isHidden: boolean;
  /** Staff ids. */
  readonly team: readonly string[];
}

/** The ledger as it stands, and what it lets an organisation of the site see by the one rule. */
export class Ledger {
  private constructor(
    private readonly all: readonly Landing[],
    private readonly grants: readonly Grant[],
    private readonly kept: ReadonlySet<string>,
    private readonly people: ReadonlyMap<string, Person>,
    private readonly day: string,
  ) {}

  static async of(t: TestApplication, all: readonly Landing[]): Promise<Ledger> {
    const grants: Grant[] = await t.owner.query(
      `SELECT jobseeker_id AS "jobseekerId", giver_org AS giver, receiver_org AS receiver, category, starts_on::text AS "startsOn",
         ends_on::text AS "endsOn" FROM sharing_grant`,
    );
    const kept: { key: string }[] = await t.owner.query(`SELECT org_id || ' ' || record_id AS key FROM kept_record`);
    const people: (Person & { id: string })[] = await t.owner.query(
      `SELECT j.id, j.org_id AS "registeredBy", coalesce(j.protected_until >= $1, false) AS "isHidden",
         (SELECT coalesce(array_agg(a.staff_id::text), '{}') FROM case_assignment a WHERE a.jobseeker_id = j.id AND a.starts_on <= $1
           AND (a.ends_on IS NULL OR a.ends_on > $1)) AS team FROM jobseeker j`,
      [t.clock.today()],
    );
    return new Ledger(
      all,
      grants,
      new Set(kept.map(({ key }) => key)),
      new Map(people.map((person) => [person.id, person])),
      t.clock.today(),
    );
  }

  /** Marks that somebody working at the site of the marked may be told. */
  marksFor(reader: Reader): Set<string> {
    if (reader.role !== 'case_staff' && reader.role !== 'supervisor') return new Set();
    return new Set(this.all.filter((landing) => this.sees(reader, landing)).map(({ mark }) => mark));
  }

  categoriesWrittenBy(organisation: number): Set<SharingCategory> {
    return new Set(
      this.all.flatMap((landing) =>
        landing.organisationId === organisation ? [categoryOf(landing, organisation) ?? 'identity'] : [],
      ),
    );
  }

  /** Where a mark stands, for whoever reads that it was told. */
  whereIs(mark: string): string {
    return this.all
      .filter((landing) => landing.mark === mark)
      .map(({ table, organisationId }) => `${table} of ${organisationId}`)
      .join(', ');
  }

  private sees(reader: Reader, landing: Landing): boolean {
    const { organisation } = reader;
    const { jobseekerId, organisationId, table, kept, staffOrganisationId } = landing;
    if (jobseekerId === null || organisationId === null || !this.knows(organisation, jobseekerId)) return false;
    if (this.hidesFrom(reader, jobseekerId)) return false;
    if (table === 'consultation_note') return organisation === organisationId;
    if (organisation === organisationId || organisation === staffOrganisationId) return true;
    const category = categoryOf(landing, organisation);
    return (
      this.kept.has(`${organisation} ${kept}`) ||
      (category !== undefined && maySee(organisation, { jobseekerId, organisationId, category }, this.grants, this.day))
    );
  }

  /** Registered by it, or made known to it; by its own record an organisation makes a person known to itself. */
  private knows(organisation: number, jobseekerId: string): boolean {
    return (
      this.people.get(jobseekerId)?.registeredBy === organisation ||
      this.grants.some(
        (grant) =>
          grant.jobseekerId === jobseekerId &&
          grant.receiver === organisation &&
          grant.category === 'identity' &&
          holdsOn(grant, this.day),
      )
    );
  }

  /** Of a person in hiding the supervisor of whoever registered them knows, and the team. */
  private hidesFrom({ organisation, staffId, role }: Reader, jobseekerId: string): boolean {
    const { isHidden = false, registeredBy, team = [] } = this.people.get(jobseekerId) ?? {};
    return isHidden && !(role === 'supervisor' && registeredBy === organisation) && !team.includes(staffId);
  }
}

function categoryOf({ table, kind, sharedWith }: Landing, receiver: number): SharingCategory | undefined {
  if (table !== 'consent') return TABLE_CATEGORIES[table as keyof typeof TABLE_CATEGORIES];
  if (kind === 'participation') return 'plan';
  return sharedWith === receiver ? 'identity' : undefined;
}

function done(answer: Answer): Answer['body'] {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
