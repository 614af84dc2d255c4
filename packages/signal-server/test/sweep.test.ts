import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { toTimestamp } from '../src/clock.ts';
import { HostsService } from '../src/hosts/hosts-service.ts';
import { InterviewsService } from '../src/interviews/interviews-service.ts';
import { Invitations } from '../src/interviews/invitations.ts';
import { KeyRing } from '../src/keys.ts';
import { openDatabase } from '../src/storage/database.ts';
import { InterviewFacts } from '../src/webhooks/interview-facts.ts';
import { WebhookOutbox } from '../src/webhooks/webhook-outbox.ts';
import { HOUR, MINUTE, NOON } from './support/rest-server.ts';
import { newStore, removeStore } from './support/store.ts';

/** The service on a store of its own, and what it told the rooms. */
async function startService(t: TestContext, window: 'on' | 'off' = 'on') {
  const database = await newStore();
  const clock = { now: NOON };
  const told: string[] = [];
  const db = await openDatabase(database);
  const hosts = new HostsService(db, () => clock.now);
  const createService = () =>
    new InterviewsService({
      db,
      hosts,
      invitations: new Invitations(new KeyRing(['a secret of this test only'])),
      facts: new InterviewFacts(new WebhookOutbox(() => clock.now)),
      onEnd: () => Promise.resolve(),
      clock: () => clock.now,
      notifier: {
        updated: ({ status, closesAt }) => told.push(`updated ${status} ${closesAt ?? 'never'}`),
        ended: (_id, reason) => told.push(`ended ${reason}`),
      },
    });
  const service = createService();
  t.after(async () => {
    await db.destroy();
    removeStore(database);
  });
  const added = await hosts.add('host', [], window);
  assert.ok(added.ok);
  const { host } = added.value;
  const reserve = async (scheduledAt: number) => {
    const created = await service.create(host, { scheduledAt: toTimestamp(scheduledAt) });
    assert.ok(created.ok);
    return created.value.interview;
  };
  const codesAlive = async (id: string) => {
    const rows = await db
      .selectFrom('invitations')
      .select('live')
      .where('interview_id', '=', id)
      .execute();
    return rows.some(({ live }) => live === 1);
  };
  const liftWindow = () =>
    db.updateTable('hosts').set({ window: 'off' }).where('id', '=', host.id).execute();
  return { clock, told, createService, host, service, reserve, codesAlive, liftWindow };
}

describe('the clock', () => {
  it('opens and ends an interview, tells each once, and frees its codes', async (t) => {
    const { told, service, reserve, codesAlive } = await startService(t);
    const { id, closesAt } = await reserve(NOON + HOUR);
    await service.sweep(NOON + 45 * MINUTE - 1);
    assert.deepEqual(told, []);
    await service.sweep(NOON + 45 * MINUTE);
    await service.sweep(NOON + 46 * MINUTE);
    assert.deepEqual(told, [`updated open ${closesAt ?? ''}`]);
    assert.equal(await codesAlive(id), true);
    await service.sweep(NOON + 4 * HOUR);
    await service.sweep(NOON + 5 * HOUR);
    assert.deepEqual(told.slice(1), ['ended expired']);
    assert.equal(await codesAlive(id), false);
    const row = await service.find(id);
    assert.ok(row);
    assert.equal(row.status, 'ended');
    assert.equal(row.ended_at, NOON + 4 * HOUR);
  });

  it('ends what it slept through without opening it', async (t) => {
    const { told, service, reserve } = await startService(t);
    await reserve(NOON + HOUR);
    await service.sweep(NOON + 24 * HOUR);
    assert.deepEqual(told, ['ended expired']);
  });

  it('never ends an interview of a host without time limit', async (t) => {
    const { told, service, reserve } = await startService(t, 'off');
    const { id } = await reserve(NOON + HOUR);
    await service.sweep(NOON + 999 * HOUR);
    assert.deepEqual(told, []);
    assert.equal((await service.find(id))?.status, 'open');
  });

  it('opens what is to come when its host has no time limit any more', async (t) => {
    const { told, service, reserve, liftWindow } = await startService(t);
    const { id } = await reserve(NOON + HOUR);
    await reserve(NOON + 2 * HOUR);
    await liftWindow();
    await service.sweep(NOON);
    await service.sweep(NOON + MINUTE);
    assert.deepEqual(told, ['updated open never', 'updated open never']);
    assert.equal((await service.find(id))?.status, 'open');
  });

  it('is told by one of many servers on the same store', async (t) => {
    const { told, createService, service, reserve } = await startService(t);
    await reserve(NOON + HOUR);
    const services = [service, createService(), createService()];
    await Promise.all(services.map((each) => each.sweep(NOON + 9 * HOUR)));
    assert.deepEqual(told, ['ended expired']);
  });
});

describe('what the rooms are told', () => {
  it('of an end and a cancellation, once', async (t) => {
    const { told, host, service, reserve, codesAlive } = await startService(t);
    const first = await reserve(NOON);
    await service.end(host.id, first.id);
    await service.end(null, first.id);
    const second = await reserve(NOON);
    await service.cancel(host.id, second.id);
    assert.deepEqual(told, ['ended ended', 'ended canceled']);
    assert.equal(await codesAlive(first.id), false);
    assert.equal(await codesAlive(second.id), false);
  });

  it('of a change', async (t) => {
    const { told, host, service, reserve } = await startService(t);
    const { id } = await reserve(NOON);
    await service.patch(host, id, { closesAt: toTimestamp(NOON + HOUR) });
    assert.deepEqual(told, [`updated open ${toTimestamp(NOON + HOUR)}`]);
  });

  it('of an extension, which has its bounds', async (t) => {
    const { told, clock, host, service, reserve } = await startService(t);
    const { id } = await reserve(NOON);
    const extended = await service.extend(id, 30);
    assert.ok(extended.ok);
    assert.equal(extended.value.closesAt, toTimestamp(NOON + 3.5 * HOUR));
    assert.deepEqual(told, [`updated open ${toTimestamp(NOON + 3.5 * HOUR)}`]);
    const codeOf = async (minutes: number) => {
      const result = await service.extend(id, minutes);
      return result.ok ? 'ok' : result.error.code;
    };
    assert.equal(await codeOf(72 * 60), 'window-invalid');
    clock.now = NOON + 4 * HOUR;
    assert.equal(await codeOf(30), 'expired');
    await service.end(host.id, id);
    assert.equal(await codeOf(30), 'expired');
    const unknown = await service.extend('none', 30);
    assert.equal(unknown.ok ? 'ok' : unknown.error.code, 'not-found');
  });
});
