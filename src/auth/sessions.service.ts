import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Role, Side } from '#access';
import { isLockedOut, LOCK_OUT } from '#domain/sign-in';
import { type Clock, Unauthenticated } from '#kernel';
import type { SignedIn } from '../platform/http/index.js';
import { CLOCK, type Transaction } from '../platform/unit-of-work/index.js';
import { passwordMatches, checkUnknownLogin } from './passwords.js';
import { SESSION_POLICY } from './session-policy.js';

interface LoginRow {
  staff_id: string;
  password_hash: string;
  locked_until: Date | null;
  employed_from: string;
  employed_until: string | null;
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
  kind: 'browser' | 'api' | 'machine';
  session_id: string;
  must_change: boolean;
  unread: number;
}

const OPEN_SESSION = 'SELECT auth_open_session($1, $2, $3, $4, $5, $6, $7) AS id';

interface OpenedSession {
  readonly id: string;
  /** Only the holder ever sees it; the database keeps its hash. */
  readonly token: string;
}

/** Whom a password is asked of. */
export interface Account {
  readonly name: string;
  readonly login: string;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Signing in and server-side sessions. Nobody is known yet while this runs, so it speaks to the database only through the
 * `auth_…` functions, the narrow door the schema leaves for it.
 */
@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Checks login and password.
   * @returns the staff member's id
   * @throws Unauthenticated `wrong_credentials` or `locked_out`
   */
  async verify(login: string, password: string): Promise<string> {
    const rows: LoginRow[] = await this.dataSource.query('SELECT * FROM auth_find_login($1)', [login.trim()]);
    const [found] = rows;
    if (!found) {
      await checkUnknownLogin(password);
      throw new Unauthenticated('wrong_credentials');
    }
    const now = this.clock.now();
    if (isLockedOut({ lockedUntil: found.locked_until }, now))
      throw new Unauthenticated('locked_out', { minutes: LOCK_OUT.minutes });
    if (!(await passwordMatches(found.password_hash, password))) {
      await this.dataSource.query('SELECT auth_note_failure($1, $2, $3, $4)', [
        found.staff_id,
        now,
        LOCK_OUT.failures,
        LOCK_OUT.minutes,
      ]);
      throw new Unauthenticated('wrong_credentials');
    }
    return found.staff_id;
  }

  /**
   * Opens a session at the staff member's first site, or at `siteId`.
   * @returns the token, which only the holder ever sees; the database keeps its hash
   */
  async open(staffId: string, kind: 'browser' | 'api', siteId: number | null = null): Promise<string> {
    const now = this.clock.now();
    const expires = new Date(now.getTime() + SESSION_POLICY.longestHours * 3_600_000);
    return (await this.issue(staffId, kind, '', siteId, expires)).token;
  }

  /**
   * A token for a machine, named so that it can be recognised and revoked; written with whatever else `tx` writes.
   * @param days at most SESSION_POLICY.machineTokenDays
   * @throws Unauthenticated `no_site_today` when the holder does not work at the site
   */
  async openForMachine(
    tx: Transaction,
    staffId: string,
    label: string,
    siteId: number,
    days: number,
  ): Promise<OpenedSession> {
    const expires = new Date(tx.now.getTime() + Math.min(days, SESSION_POLICY.machineTokenDays) * 86_400_000);
    return this.issue(staffId, 'machine', label, siteId, expires, tx);
  }

  /** Who holds this token now: unknown, revoked, idle or expired tokens, and leavers, are nobody. */
  async find(token: string): Promise<SignedIn | undefined> {
    const rows: SessionRow[] = await this.dataSource.query(
      `SELECT s.*, CASE WHEN s.kind = 'browser' THEN notification_lines_unread(s.staff_id, s.site_id) ELSE 0 END AS unread
       FROM auth_find_session($1, $2, $3, make_interval(mins => $4)) s`,
      [hashOf(token), this.clock.now(), this.clock.today(), SESSION_POLICY.idleMinutes],
    );
    const [row] = rows;
    if (!row) return undefined;
    return {
      title: row.title,
      siteName: row.site_name,
      sessionKind: row.kind,
      sessionId: row.session_id,
      mustChangePassword: row.must_change,
      unreadNotices: row.unread,
      actor: {
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
      },
    };
  }

  /** Whose a form is that outlived the session it was opened in. */
  async account(staffId: string): Promise<Account | undefined> {
    const rows: Account[] = await this.dataSource.query('SELECT * FROM auth_find_staff($1)', [staffId]);
    return rows[0];
  }

  /** Whether anybody could sign in; nobody can on an installation that was just set up. */
  async hasStaff(): Promise<boolean> {
    const rows: { someone: boolean }[] = await this.dataSource.query('SELECT auth_has_staff() AS someone');
    return rows[0]?.someone ?? false;
  }

  async close(token: string): Promise<void> {
    await this.dataSource.query('SELECT auth_close_session($1, $2)', [hashOf(token), this.clock.now()]);
  }

  /** Goes on at another of one's sites. @returns false when the staff member does not work there today */
  async switchSite(token: string, siteId: number): Promise<boolean> {
    const rows: { moved: boolean }[] = await this.dataSource.query('SELECT auth_switch_site($1, $2, $3) AS moved', [
      hashOf(token),
      siteId,
      this.clock.today(),
    ]);
    return rows[0]?.moved ?? false;
  }

  private async issue(
    staffId: string,
    kind: string,
    label: string,
    siteId: number | null,
    expires: Date,
    tx?: Transaction,
  ): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const parameters = [hashOf(token), staffId, siteId, kind, label, this.clock.now(), expires];
    const rows: { id: string | null }[] = tx
      ? await tx.sql(OPEN_SESSION, parameters)
      : await this.dataSource.query(OPEN_SESSION, parameters);
    const id = rows[0]?.id;
    if (!id) throw new Unauthenticated('no_site_today');
    return { id, token };
  }
}
