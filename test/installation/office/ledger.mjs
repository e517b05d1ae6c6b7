// What the database holds of what was sent, asked of the owner and past the application.
import pg from 'pg';

export class Ledger {
  #client;

  constructor(url) {
    this.url = url;
  }

  async open() {
    this.#client = new pg.Client({ connectionString: this.url });
    // The server goes and comes; whoever asks next learns of it.
    this.#client.on('error', () => undefined);
    await this.#client.connect();
    return this;
  }

  close() {
    return this.#client.end();
  }

  async #rows(text, values = []) {
    return (await this.#client.query(text, values)).rows;
  }

  async #one(text, values) {
    return Number((await this.#rows(text, values))[0].n);
  }

  /**
   * @param {{ kind: string, key: string, id?: string, acknowledged: boolean }[]} sent
   * @returns {Promise<{ stored: number, lost: number, duplicated: number }>} of what was acknowledged, none may be lost, and nothing
   *   that was sent may be there twice, acknowledged or not
   */
  async compare(sent) {
    const consultations = sent.filter(({ kind }) => kind === 'consultation');
    const byText = new Map(
      (
        await this.#rows(
          'SELECT shared_text AS key, count(*) AS n FROM consultation WHERE shared_text = ANY ($1) GROUP BY 1',
          [consultations.map(({ key }) => key)],
        )
      ).map(({ key, n }) => [key, Number(n)]),
    );
    const assigned = sent.filter(({ kind, id }) => kind === 'assignment' && id !== undefined);
    const there = new Set(
      (
        await this.#rows('SELECT id FROM case_assignment WHERE id = ANY ($1::uuid[])', [assigned.map(({ id }) => id)])
      ).map(({ id }) => id),
    );
    return {
      stored: byText.size + there.size,
      lost:
        consultations.filter(({ key, acknowledged }) => acknowledged && !byText.has(key)).length +
        assigned.filter(({ id }) => !there.has(id)).length,
      duplicated: [...byText.values()].reduce((sum, n) => sum + n - 1, 0),
    };
  }

  consultations() {
    return this.#one('SELECT count(*) AS n FROM consultation');
  }

  async outbox() {
    const [row] = await this.#rows(
      `SELECT count(*) AS messages, count(*) FILTER (WHERE dispatched_at IS NULL) AS waiting, count(*) FILTER (WHERE handled_at IS NULL) AS unhandled
       FROM outbox_message`,
    );
    return Object.fromEntries(Object.entries(row).map(([name, n]) => [name, Number(n)]));
  }

  /** A worker takes a message for lost when it was handed on ten minutes ago: they have gone by. */
  async tenMinutesGoBy() {
    await this.#rows(
      `UPDATE outbox_message SET dispatched_at = dispatched_at - interval '11 minutes' WHERE handled_at IS NULL`,
    );
  }

  /** @returns {Promise<{ assignments: number, told: number, once: number }>} colleagues assigned, notices of it, and of how many assignments */
  async notices() {
    const [{ assignments, told, once }] = await this.#rows(
      `SELECT (SELECT count(*) FROM case_assignment WHERE role = '副担当') AS assignments, count(*) AS told, count(DISTINCT subject_id) AS once
       FROM notification WHERE kind = 'assignment.started'`,
    );
    return { assignments: Number(assignments), told: Number(told), once: Number(once) };
  }

  async reports() {
    return (await this.#rows('SELECT month FROM monthly_report ORDER BY month')).map(({ month }) => month);
  }
}
