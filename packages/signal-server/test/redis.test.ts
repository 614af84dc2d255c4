import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AttemptLimiter } from '../src/admission/attempt-limiter.ts';
import type { Attempt } from '../src/admission/attempt-rules.ts';
import { StartFault } from '../src/start-fault.ts';
import { redisLimiters } from '../src/cluster/limiters.ts';
import { ownChannel, RedisLink } from '../src/cluster/redis-link.ts';
import { JoinLimit } from '../src/rooms/join-limit.ts';
import { roomLimits } from '../src/rooms/room-limits.ts';
import { eventually } from './realtime/client.ts';
import { freePort } from './support/child.ts';
import { TestRedis } from './support/redis.ts';

describe('Redis between nodes', () => {
  let redis: TestRedis;
  const links: RedisLink[] = [];
  before(async () => {
    redis = await TestRedis.start();
  });
  after(async () => {
    await Promise.all(links.map((link) => link.close()));
    await redis.stop();
  });

  async function open(): Promise<RedisLink> {
    const link = await RedisLink.open(redis.url(), () => undefined);
    links.push(link);
    return link;
  }

  const faultOf = async (url: string): Promise<StartFault> => {
    const opened = await RedisLink.open(url, () => undefined).catch((error: unknown) => error);
    assert.ok(opened instanceof StartFault, String(opened));
    return opened;
  };

  it('is refused by code where nothing answers or the password is wrong', async () => {
    const unreachable = await faultOf(`redis://:a-secret@127.0.0.1:${await freePort()}`);
    assert.equal(unreachable.code, 'bus-unreachable');
    assert.ok(!unreachable.message.includes('a-secret'));
    assert.equal((await faultOf(redis.url('wrong'))).code, 'bus-forbidden');
  });

  it('says how many hear a word, and tells them the channel', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    const onWord = (text: string, channel: string) => heard.push(`${ownChannel(channel)}: ${text}`);
    await two.subscribe('room:a', onWord);
    assert.equal(await one.publish('room:a', 'hello'), 1);
    assert.equal(await one.publish('room:b', 'nobody'), 0);
    await eventually('the word', () => heard[0]);
    assert.deepEqual(heard, ['room:a: hello']);
    two.unsubscribe('room:a', onWord);
    await eventually('nobody hears', async () =>
      (await one.publish('room:a', 'gone')) === 0 ? true : undefined,
    );
  });

  it('hears long words in any script whole, between the answers to its own', async () => {
    const links = [await open(), await open()] as const;
    const told = Array.from({ length: 40 }, (_, n) => `${n} ${'가나다🙂'.repeat(n * 700)}`);
    const heard: string[][] = [[], []];
    await Promise.all(
      links.map((link, n) => link.subscribe(`long:${n}`, (text) => heard[n]?.push(text))),
    );
    const answers = await Promise.all(
      links.flatMap((link, n) => told.map((text) => link.publish(`long:${1 - n}`, text))),
    );
    assert.ok(answers.every((hearers) => hearers === 1));
    await eventually('all words', () => heard.every(({ length }) => length === 40) || undefined);
    assert.deepEqual(heard, [told, told]);
  });

  it('counts attempts for all nodes together, and for each while it is away', async () => {
    const [one, two] = [await open(), await open()];
    const limiters = [one, two].map((link) => new AttemptLimiter(redisLimiters(link)));
    const allowed = async (attempts: number, attemptOf: (n: number) => Attempt) => {
      let count = 0;
      for (let n = 0; n < attempts; n++) {
        const limiter = limiters[n % 2];
        assert.ok(limiter);
        if ((await limiter.begin(attemptOf(n))).ok) count += 1;
      }
      return count;
    };
    const by = (ip: string) => (n: number) => ({ ip, codeHash: `code ${n}` });
    const addressOf = (n: number) => `198.51.${n >> 8}.${n & 255}`;
    assert.equal(await allowed(30, by('192.0.2.1')), 10, 'of an address');
    const ofOneCode = (n: number) => ({ ip: addressOf(n), codeHash: 'one code' });
    assert.equal(await allowed(150, ofOneCode), 120);
    const spent = 10 + 120;
    const ofAnyCode = (n: number) => ({ ip: addressOf(n + 1_000), codeHash: `any ${n}` });
    assert.equal(await allowed(700, ofAnyCode), 600 - spent, 'of everybody');
    await redis.stop();
    assert.equal(await allowed(30, by('192.0.2.2')), 20, 'ten by each');
    let backs = 0;
    one.onBackAgain(() => {
      backs += 1;
    });
    await redis.start();
    await eventually('the link is up', () => (one.isUp && two.isUp ? true : undefined));
    assert.ok(backs > 0);
    assert.equal(await allowed(30, by('192.0.2.3')), 10);
  });

  it('counts what a room sends and how often it is joined for all nodes together', async () => {
    const nodes = (await Promise.all([open(), open(), open()])).map((link) => {
      const createLimiter = redisLimiters(link);
      return { limitsOf: roomLimits(createLimiter), joins: new JoinLimit(createLimiter) };
    });
    // A limit of one node alone lets the next one pass after a part of this.
    const long = 1_000;
    const rooms = nodes.map(({ limitsOf }) => limitsOf('room'));
    await eventually('every node has to wait for the others', () => {
      const now = Date.now();
      const waits = rooms.map((room) =>
        Math.max(...Array.from({ length: 10 }, () => room.take('chat', now))),
      );
      return waits.every((wait) => wait > long) || undefined;
    });
    assert.equal(rooms[0]?.take('signal', Date.now()), 0, 'another kind is another count');
    assert.equal(nodes[0]?.limitsOf('another room').take('chat', Date.now()), 0);

    await eventually('nobody joins at any node', () => {
      const now = Date.now();
      const refusals = nodes.map(({ joins }) => {
        const tried = Array.from({ length: 10 }, () => joins.take('room', now));
        return Math.max(...tried.map((each) => (each.ok ? 0 : (each.error.retryAfterMs ?? 0))));
      });
      return refusals.every((wait) => wait > long) || undefined;
    });
    assert.ok(nodes[0].joins.take('another room', Date.now()).ok);
  });

  it('hears again after it was away what it was subscribed to', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    await two.subscribe('room:c', (text) => heard.push(text));
    await redis.stop();
    await assert.rejects(one.publish('room:c', 'lost'));
    await redis.start();
    await eventually('both are up', () => (one.isUp && two.isUp ? true : undefined));
    assert.equal(await one.publish('room:c', 'after'), 1);
    await eventually('the word', () => heard[0]);
    assert.deepEqual(heard, ['after']);
  });
});
