import { assert } from 'chai';
import type { ParticipantReport } from '@rendev/interview-protocol';
import { CallReport, type CallReportPort } from './call-report.ts';
import type { LinkState, QualityLevel } from './session-snapshot.ts';
import { FakeClock } from './testing/fake-clock.ts';

type Other = ReturnType<CallReportPort['others']>[number];

function person(link: LinkState, level: QualityLevel = 'good', more: Partial<Other> = {}): Other {
  const quality = { level, reason: null, incoming: null, outgoing: null };
  return { admitted: true, presence: 'connected', link, quality, ...more };
}

describe('CallReport', () => {
  const realNow = performance.now.bind(performance);
  let clock: FakeClock;
  let ended: AbortController;
  let others: Other[];
  let relayed: boolean;
  let live: boolean;
  let answer: () => Promise<unknown>;
  let sent: ParticipantReport[];
  let report: CallReport;

  beforeEach(() => {
    clock = new FakeClock(5_000);
    performance.now = () => clock.now();
    ended = new AbortController();
    others = [];
    relayed = false;
    live = true;
    answer = () => Promise.resolve({});
    sent = [];
    const port: CallReportPort = {
      others: () => others,
      relayed: () => relayed,
      live: () => live,
      send: (one) => {
        sent.push(one);
        return answer();
      },
    };
    report = new CallReport(port, clock, ended.signal);
  });

  afterEach(() => {
    performance.now = realNow;
  });

  function see(...now: Other[]): void {
    others = now;
    report.look();
  }

  it('adds up by the word of the worst link, and reports each minute', async () => {
    see(person('connecting', 'unknown'));
    await clock.advance(800);
    see(person('connected'), person('connecting', 'unknown'));
    await clock.advance(20_000);
    see(person('connected'), person('connected', 'weak'));
    await clock.advance(30_500);
    see(person('reconnecting', 'reconnecting'), person('connected', 'weak'));
    await clock.advance(9_500);
    assert.deepEqual(sent, [{ good: 20, weak: 30, lost: 9, relayed: false, setupMs: 800 }]);
    see(person('failed', 'lost'), person('connected'));
    await clock.advance(500);
    see(person('connected'));
    await clock.advance(59_500);
    assert.deepEqual(sent[1], { good: 59, weak: 0, lost: 1, relayed: false });
    // The halves of seconds that were left over are not lost.
    await clock.advance(500);
    see(person('connected', 'weak'));
    await clock.advance(500);
    report.flush();
    assert.deepEqual(sent[2], { good: 1, weak: 1, lost: 0, relayed: false });
  });

  it('counts nothing and waits for nothing while nobody else is there', async () => {
    see();
    see(person('connecting', 'unknown', { admitted: false }));
    see(person('connecting', 'reconnecting', { presence: 'disconnected' }));
    see(person('connecting', 'unknown'));
    assert.isNull(clock.nextIn);
    clock.jump(30_000);
    report.flush();
    assert.isEmpty(sent);

    see(person('connected'));
    assert.equal(clock.nextIn, 60_000);
    await clock.advance(12_000);
    see();
    assert.isNull(clock.nextIn);
    assert.include(sent[0], { good: 12 });
    clock.jump(3_600_000);
    report.flush();
    assert.lengthOf(sent, 1);
  });

  it('tells the set-up once, from the join where somebody was inside', async () => {
    clock.jump(300); // the handshake
    see(person('connecting', 'unknown'));
    clock.jump(450);
    see(person('connected'));
    report.flush();
    assert.deepEqual(sent, [{ good: 0, weak: 0, lost: 0, relayed: false, setupMs: 750 }]);
    see();
    see(person('connecting', 'unknown'));
    see(person('connected'));
    await clock.advance(60_000);
    assert.deepEqual(sent[1], { good: 60, weak: 0, lost: 0, relayed: false });
  });

  it('tells the set-up from the coming of the other where nobody was inside', () => {
    see();
    see(person('connecting', 'unknown', { admitted: false }));
    clock.jump(1_200_000);
    see(person('connecting', 'unknown'));
    clock.jump(400);
    see(person('connected'));
    report.flush();
    assert.equal(sent[0]?.setupMs, 400);
  });

  it('holds the set-up within the schema', () => {
    see(person('failed', 'lost'));
    clock.jump(900_000);
    see(person('connected'));
    report.flush();
    assert.equal(sent[0]?.setupMs, 600_000);
  });

  it('says of each report whether a link was relayed since the one before', async () => {
    see(person('connected'));
    relayed = true;
    report.look();
    relayed = false;
    await clock.advance(60_000);
    await clock.advance(60_000);
    assert.deepEqual(
      sent.map((one) => one.relayed),
      [true, false],
    );
  });

  it('keeps what it cannot send for the next report', async () => {
    see(person('connected'));
    live = false;
    await clock.advance(130_000);
    assert.isEmpty(sent);
    live = true;
    await clock.advance(50_000);
    assert.deepEqual(sent, [{ good: 180, weak: 0, lost: 0, relayed: false, setupMs: 0 }]);
  });

  it('counts nothing twice where the answer is missing', async () => {
    answer = () => Promise.reject(new Error('The connection is lost'));
    see(person('connected'));
    await clock.advance(60_000);
    answer = () => Promise.resolve({});
    await clock.advance(60_000);
    assert.deepEqual(
      sent.map(({ good }) => good),
      [60, 60],
    );
  });

  it('counts the time that passed where timers are late, and not the sleep of a device', async () => {
    see(person('connected'));
    clock.jump(100_000);
    await clock.advance(0);
    assert.equal(sent[0]?.good, 100);
    clock.jump(8 * 3_600_000);
    await clock.advance(0);
    assert.equal(sent[1]?.good, 120);
  });

  it('keeps to the limit of the schema, and the rest for the next report', async () => {
    see(person('connected'));
    live = false;
    await clock.advance(86_400_000);
    live = true;
    await clock.advance(60_000);
    await clock.advance(60_000);
    assert.deepEqual(
      sent.map(({ good }) => good),
      [86_400, 120],
    );
  });

  it('waits no longer once its room has ended', async () => {
    see(person('connected'));
    ended.abort();
    assert.isNull(clock.nextIn);
    see(person('connected', 'weak'));
    assert.isNull(clock.nextIn);
    await clock.advance(60_000);
    assert.isEmpty(sent);
  });
});
