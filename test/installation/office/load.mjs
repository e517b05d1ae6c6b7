// Twenty requests a second at an office whose parts go and come: mostly consultations, each with its key and tried again until it is answered.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { today } from './days.mjs';

const A_SECOND = 20;
/** After the last one was sent. */
const GRACE_MS = 60_000;

/** Of twenty: seventeen consultations, one colleague assigned (who is told through the outbox), two readings. */
const kindOf = (number) => ({ 7: 'assignment', 3: 'reading', 13: 'reading' })[number % A_SECOND] ?? 'consultation';

export class Load {
  /** @type {{ part: string, from: number, to: number }[]} moments of performance.now() */
  phases = [];
  sent = [];
  /** Every answer, whatever it was: { at, ok, status, part }. */
  answers = [];
  #ended = false;
  #running;

  /** @param {{ author: string, colleagueId: string, person: string, cases: string[] }} day */
  constructor(visitor, day) {
    this.visitor = visitor;
    this.day = day;
  }

  begin(part) {
    this.phase(part);
    this.#running = this.#run();
  }

  /** What is sent from now on counts for this. */
  phase(part) {
    const now = performance.now();
    const last = this.phases.at(-1);
    if (last !== undefined) last.to = now;
    this.phases.push({ part, from: now, to: Infinity });
  }

  /** @returns {Promise<void>} when everything was answered, or its time is over */
  async end() {
    this.#ended = true;
    const last = this.phases.at(-1);
    if (last !== undefined) last.to = performance.now();
    this.until = performance.now() + GRACE_MS;
    await this.#running;
    await Promise.all(this.sent.map(({ over }) => over));
  }

  async #run() {
    const began = performance.now();
    for (let number = 0; !this.#ended; number += 1) {
      this.#send(number);
      await pause(Math.max(0, began + ((number + 1) * 1000) / A_SECOND - performance.now()));
    }
  }

  #send(number) {
    const wanted = kindOf(number);
    // Without a case left to assign to, one more is read.
    const kind = wanted === 'assignment' && this.day.cases.length === 0 ? 'reading' : wanted;
    const one = { kind, key: randomUUID(), part: this.phases.at(-1)?.part, acknowledged: false, refused: undefined };
    one.over = this.#persist(one).catch((error) => (one.refused = error.message));
    this.sent.push(one);
  }

  async #persist(one) {
    const { author, person, colleagueId, cases } = this.day;
    const token = author;
    const asked = {
      reading: () => ['GET', '/caseload', { token }],
      assignment: () => [
        'POST',
        `/cases/${cases.pop()}/assignments`,
        { token, key: one.key, body: { staffId: colleagueId, role: '副担当', startsOn: today() } },
      ],
      consultation: () => [
        'POST',
        '/consultations',
        {
          token,
          key: one.key,
          body: { jobseekerId: person, heldOn: today(), kind: 'vocational', channel: 'desk', sharedText: one.key },
        },
      ],
    };
    const [method, address, said] = asked[one.kind]();
    const load = this;
    const answer = await this.visitor.persist(method, address, said, {
      get until() {
        return load.until ?? Infinity;
      },
      heard: ({ status }) => this.answers.push({ at: performance.now(), ok: status >= 200 && status < 300, status }),
    });
    one.acknowledged = answer.status >= 200 && answer.status < 300;
    if (one.acknowledged) one.id = method === 'POST' ? JSON.parse(answer.text).id : undefined;
    else one.refused = `${answer.status} ${answer.text.slice(0, 200)}`;
  }

  /** What each part's going and coming did to who was asking. @returns {{ part: string, failed: Record<string, number>, awayMs: number }[]} */
  outages() {
    return this.phases.map(({ part, from, to }) => {
      const heard = this.answers.filter(({ at }) => at >= from && at < to);
      const good = [
        from,
        ...heard.filter(({ ok }) => ok).map(({ at }) => at),
        Math.min(to, this.answers.at(-1)?.at ?? to),
      ];
      const failed = {};
      for (const { ok, status } of heard) if (!ok) failed[status || 'cut off'] = (failed[status || 'cut off'] ?? 0) + 1;
      const gaps = good.slice(1).map((at, index) => at - good[index]);
      return { part, failed, awayMs: Math.max(0, ...gaps) };
    });
  }
}
