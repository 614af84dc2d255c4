import type { ErrorCode, ParticipantReport } from '@rendev/interview-protocol';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Database } from '../storage/database.ts';
import type { JoinKind } from './join-rules.ts';
import { PRESENT } from './participants-repository.ts';

const SETUP_SECONDS = [0.25, 0.5, 1, 2, 3, 5, 10, 20, 30];

/** What is counted of rooms: who is there, who came in, who did not and why, and how it went. */
export class RoomMetrics {
  readonly #joins: Counter<'kind'>;
  readonly #refusals: Counter<'at' | 'code'>;
  readonly #reports: Counter<'relayed'>;
  readonly #quality: Counter<'quality'>;
  readonly #setup: Histogram;

  constructor(registry: Registry, db: Database) {
    const registers = [registry];
    registerPresence(registry, db);
    this.#joins = new Counter({
      name: 'rendev_joins_total',
      help: 'Seats taken: joined anew, resumed by the same page, or by a new page of the person',
      labelNames: ['kind'],
      registers,
    });
    this.#refusals = new Counter({
      name: 'rendev_refusals_total',
      help: 'People not let in, at the entry (code or ticket) or at the join, by error code',
      labelNames: ['at', 'code'],
      registers,
    });
    this.#reports = new Counter({
      name: 'rendev_reports_total',
      help: 'Reports of pages in a call, about one a minute each; relayed: a link went through TURN',
      labelNames: ['relayed'],
      registers,
    });
    this.#quality = new Counter({
      name: 'rendev_quality_seconds_total',
      help: 'Seconds of calls by how the worst link of a page was, as pages reported',
      labelNames: ['quality'],
      registers,
    });
    this.#setup = new Histogram({
      name: 'rendev_setup_seconds',
      help: 'From the join to the first connected link, as pages reported',
      buckets: SETUP_SECONDS,
      registers,
    });
  }

  joined(kind: JoinKind): void {
    this.#joins.inc({ kind });
  }

  refused(at: 'entry' | 'join', code: ErrorCode): void {
    this.#refusals.inc({ at, code });
  }

  reported({ good, weak, lost, relayed, setupMs }: ParticipantReport): void {
    this.#reports.inc({ relayed: String(relayed) });
    for (const [quality, seconds] of Object.entries({ good, weak, lost })) {
      this.#quality.inc({ quality }, seconds);
    }
    if (setupMs !== undefined) this.#setup.observe(setupMs / 1_000);
  }
}

/** Read from the store when asked for; somebody whose connection is lost counts for the grace. */
function registerPresence(registry: Registry, db: Database): void {
  new Gauge({
    name: 'rendev_rooms',
    help: 'Interviews with somebody inside',
    registers: [registry],
    async collect() {
      const { rooms } = await db
        .selectFrom('participants')
        .select((eb) => eb.fn.count<number>('interview_id').distinct().as('rooms'))
        .where('state', '=', 'admitted')
        .executeTakeFirstOrThrow();
      this.set(rooms);
    },
  });
  new Gauge({
    name: 'rendev_participants',
    help: 'People inside (admitted) and waiting to be let in (waiting)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counted = await db
        .selectFrom('participants')
        .select((eb) => ['state', eb.fn.countAll<number>().as('people')])
        .where('state', 'in', PRESENT)
        .groupBy('state')
        .execute();
      for (const state of PRESENT) {
        this.set({ state }, counted.find((one) => one.state === state)?.people ?? 0);
      }
    },
  });
}
