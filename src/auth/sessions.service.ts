import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MachineIdentity, MachineScope, Role, Side, StaffActor } from '#access';
import { PASSWORD_MAX } from '#domain/organisation';
import { ATTEMPTS, foldedLogin, sourceOf } from '#domain/sign-in';
import { type Clock, Unauthenticated } from '#kernel';
import type { SignedIn } from '../platform/http/index.js';
import { Connections } from '../platform/database/index.js';
import { actsBySession, CLOCK, type Transaction } from '../platform/unit-of-work/index.js';
import { digestOf } from './known-device.js';
import { PasswordChecks } from './passwords.js';
import { KNOWN_DEVICE_DAYS, SESSION_POLICY } from './session-policy.js';

/** From where a password is tried. */
export interface AttemptOrigin {
  /** Address of whoever asks; null for a holder who is signed in and tries their own. */
  readonly address: string | null;
  /** What the browser shows of sign-ins before. */
  readonly device?: string | undefined;
}

/** An attempt that has been counted; of one that has to wait only `retry_at` is told. */
interface AttemptRow {
  staff_id: string | null;
  password_hash: string | null;
  places: string[] | null;
  retry_at: Date | null;
  is_last: boolean;
}

interface SessionRow {
  staff_id: string;
  name: string;
  title: string;
  role: Role;
  organisation_id: number;
  organisation_name: string;
  side: Side;
  site_id: number;
  site_name: string;
  desk_id: number | null;
  site_ids: number[];
  kind: SignedIn['sessionKind'];
  machine_account_id: string | null;
  machine_name: string | null;
  machine_scopes: MachineScope[] | null;
  session_id: string;
  must_change: boolean;
  unread: number;
}

const LOGIN_MAX = 100;
const MS_PER_MINUTE = 60_000;

/** Days of a token's life, in milliseconds each. */
const MS_PER_DAY = 86_400_000;

/** A token as it is told, once. */
export interface IssuedToken {
  readonly id: string;
  /** Only the holder ever sees it; the database keeps its hash. */
  readonly token: string;
}

const freshToken = (): string => randomBytes(32).toString('base64url');

/** Whom a password is asked of. */
export interface Account {
  readonly name: string;
  readonly login: string;
}

/**
 * Signing in and server-side sessions. Nobody is known yet while this runs, so it speaks to the database only through the
 * `auth_…` functions, the narrow door the schema leaves for it.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly connections: Connections,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly passwords: PasswordChecks,
  ) {}

  /**
   * Checks login and password. The attempt is counted first, whoever's login it is: what is answered, and after how long, is the same for one
   * that nobody has.
   * @returns the staff member's id
   * @throws Unauthenticated `wrong_credentials`, or `locked_out` with the minutes to wait; ServiceUnavailableException when too many wait
   */
  verify(login: string, password: string, { address, device }: AttemptOrigin): Promise<string> {
    if (login.length > LOGIN_MAX || password.length > PASSWORD_MAX) throw new Unauthenticated('wrong_credentials');
    return this.passwords.inLine(async () => {
      const key = digestOf(foldedLogin(login));
      const { staff_id, password_hash, places, retry_at, is_last } = await this.beginAttempt(
        key,
        login,
        address,
        device,
      );
      if (retry_at !== null) {
        const minutes = Math.ceil((retry_at.getTime() - this.clock.now().getTime()) / MS_PER_MINUTE);
        throw new Unauthenticated('locked_out', { minutes });
      }
      const matched = await this.passwords.matches(password_hash, password);
      await this.query('SELECT auth_end_attempt($1, $2, $3, $4, $5, $6)', [
        key,
        places,
        staff_id,
        matched,
        is_last,
        this.clock.now(),
      ]);
      if (!matched || staff_id === null) throw new Unauthenticated('wrong_credentials');
      return staff_id;
    });
  }

  /** Under the role that may do nothing else. */
  private async query<Rows>(text: string, parameters: readonly unknown[] = []): Promise<Rows> {
    return (await this.connections.of('signIn')).query<Rows>(text, [...parameters]);
  }

  private async beginAttempt(
    key: Buffer,
    login: string,
    address: string | null,
    device: string | undefined,
  ): Promise<AttemptRow> {
    const { free, delayMinutes, forgottenMinutes } = ATTEMPTS;
    const rows: AttemptRow[] = await this.query(
      'SELECT * FROM auth_begin_attempt($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        login.trim(),
        key,
        address === null ? null : sourceOf(address),
        device === undefined ? null : digestOf(device),
        KNOWN_DEVICE_DAYS,
        this.clock.now(),
        [free.source, free.login, free.device],
        delayMinutes,
        forgottenMinutes,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('an attempt was not counted');
    return row;
  }

  /**
   * From now on, this person has been in this browser.
   * @param token what the browser shows already; it stays, for others may be known by it
   * @returns what it shows from now on
   */
  async knowDevice(staffId: string, token: string = randomBytes(32).toString('base64url')): Promise<string> {
    await this.query('SELECT auth_know_device($1, $2, $3)', [digestOf(token), staffId, this.clock.now()]);
    return token;
  }

  /**
   * Opens a session at the staff member's first site, or at `siteId`.
   * @returns the token, which only the holder ever sees; the database keeps its hash
   */
  async open(staffId: string, kind: 'browser' | 'api', siteId: number | null = null): Promise<string> {
    const now = this.clock.now();
    const expires = new Date(now.getTime() + SESSION_POLICY.longestHours * 3_600_000);
    const token = freshToken();
    const rows: { id: string | null }[] = await this.query(
      'SELECT auth_open_session($1, $2, $3, $4, $5, $6, $7) AS id',
      [digestOf(token), staffId, siteId, kind, '', now, expires],
    );
    if (!rows[0]?.id) throw new Unauthenticated('no_site_today');
    return token;
  }

  /**
   * A token for the actor's own programs, named so that it can be recognised; written with whatever else `tx` writes.
   * @param days at most SESSION_POLICY.ownTokenDays
   * @throws Unauthenticated `no_site_today`
   */
  async openOwnToken(tx: Transaction<StaffActor>, label: string, days: number): Promise<IssuedToken> {
    const expires = new Date(tx.now.getTime() + Math.min(days, SESSION_POLICY.ownTokenDays) * MS_PER_DAY);
    const token = freshToken();
    const [row] = await tx.sql<{ id: string | null }>('SELECT open_own_token($1, $2, $3) AS id', [
      digestOf(token),
      label,
      expires,
    ]);
    if (!row?.id) throw new Unauthenticated('no_site_today');
    return { id: row.id, token };
  }

  /** The token of a machine the actor answers for; the one before ends. @returns undefined where they do not */
  async openMachineToken(tx: Transaction<StaffActor>, accountId: string): Promise<IssuedToken | undefined> {
    const token = freshToken();
    const [row] = await tx.sql<{ id: string | null }>('SELECT open_machine_token($1, $2) AS id', [
      digestOf(token),
      accountId,
    ]);
    return row?.id ? { id: row.id, token } : undefined;
  }

  /** Who holds this token now: unknown, revoked, idle or expired tokens, and leavers, are nobody. */
  async find(token: string): Promise<SignedIn | undefined> {
    const rows: SessionRow[] = await this.query(
      `SELECT s.*, CASE WHEN s.kind = 'browser' THEN notification_lines_unread(s.staff_id, s.site_id) ELSE 0 END AS unread
       FROM auth_find_session($1, $2) s`,
      [digestOf(token), this.clock.now()],
    );
    const [row] = rows;
    if (!row) return undefined;
    const actor: StaffActor = {
      kind: 'staff',
      staffId: row.staff_id,
      name: row.name,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      side: row.side,
      role: row.role,
      siteId: row.site_id,
      siteIds: row.site_ids,
      deskId: row.desk_id,
      ...machineOf(row),
    };
    return {
      title: row.title,
      siteName: row.site_name,
      sessionKind: row.kind,
      sessionId: row.session_id,
      mustChangePassword: row.must_change,
      unreadNotices: row.unread,
      actor: actsBySession(actor, digestOf(token)),
    };
  }

  /** Whose a form is that outlived the session it was opened in. */
  async account(staffId: string): Promise<Account | undefined> {
    const rows: Account[] = await this.query('SELECT * FROM auth_find_staff($1)', [staffId]);
    return rows[0];
  }

  /** Whether anybody could sign in; nobody can on an installation that was just set up. */
  async hasStaff(): Promise<boolean> {
    const rows: { someone: boolean }[] = await this.query('SELECT auth_has_staff() AS someone');
    return rows[0]?.someone ?? false;
  }

  async close(token: string): Promise<void> {
    await this.query('SELECT auth_close_session($1, $2)', [digestOf(token), this.clock.now()]);
  }

  /** Goes on at another of one's sites. @returns false when the staff member does not work there today */
  async switchSite(token: string, siteId: number): Promise<boolean> {
    const rows: { moved: boolean }[] = await this.query('SELECT auth_switch_site($1, $2, $3) AS moved', [
      digestOf(token),
      siteId,
      this.clock.today(),
    ]);
    return rows[0]?.moved ?? false;
  }
}

function machineOf(row: SessionRow): { machine?: MachineIdentity } {
  const { machine_account_id: accountId, machine_name: name, machine_scopes: scopes } = row;
  return accountId === null || name === null || scopes === null ? {} : { machine: { accountId, name, scopes } };
}
