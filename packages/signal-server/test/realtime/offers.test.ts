import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { LIMITS, type OpenOffer, type RoomSnapshot, type Signal } from '@rendev/interview-protocol';
import { type Client, eventually, newEpoch } from './client.ts';
import { type Joined, TestServer } from './server.ts';

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const HOST = 'candidate:1 1 udp 2122260223 192.168.1.7 50000 typ host generation 0';
const RELAY = 'candidate:3 1 udp 41885695 198.51.100.3 50002 typ relay raddr 0.0.0.0 rport 0';

/** Offers with links that nobody else makes. */
const offersOf = (count: number, sdp = SDP): OpenOffer[] =>
  Array.from({ length: count }, (_, n) => ({
    link: newEpoch(),
    description: { type: 'offer', sdp, offerId: `offer-${n}` },
  }));
const offeredOf = (...pairs: [Joined, OpenOffer | undefined][]): RoomSnapshot['offered'] =>
  pairs.map(([to, offer]) => ({ to: to.joined.self.id, link: offer?.link ?? '' }));
const signalOf = (from: Joined, offer: OpenOffer | undefined): object => ({
  from: from.joined.self.id,
  fromEpoch: from.epoch,
  ...offer,
});

describe('the offers of a join', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  /** A later word of `speaker` has come to `listeners`: what did not come before it does not come. */
  async function settle(speaker: Client, ...listeners: Client[]): Promise<void> {
    const answer = await speaker.say('a word later');
    assert.ok(answer.ok);
    const { id } = answer.message;
    await Promise.all(
      listeners.map((one) => one.event('chat:message', ({ message }) => message.id === id)),
    );
  }

  it('go to everybody inside, in their order, after the word of who comes', async () => {
    const interview = await server.interview();
    const first = await server.join(interview);
    const second = await server.join(interview);
    const offers = offersOf(4);
    const joiner = await server.join(interview, {}, { offers });
    assert.deepEqual(joiner.joined.offered, offeredOf([first, offers[0]], [second, offers[1]]));
    await settle(joiner, first, second);
    for (const [n, one] of [first, second].entries()) {
      assert.deepEqual(one.all('signal'), [signalOf(joiner, offers[n])]);
      const place = one.received.findIndex(({ event }) => event === 'signal');
      assert.deepEqual(one.received[place - 1], {
        event: 'participant:joined',
        payload: { participant: joiner.joined.self },
      });
    }
    assert.deepEqual(joiner.all('signal'), []);
  });

  it('go to the first of the roster where there are fewer than people', async () => {
    const interview = await server.interview();
    const first = await server.join(interview);
    const second = await server.join(interview);
    const offers = offersOf(1);
    const joiner = await server.join(interview, {}, { offers });
    assert.deepEqual(joiner.joined.offered, offeredOf([first, offers[0]]));
    await settle(joiner, first, second);
    assert.deepEqual(second.all('signal'), []);
    const without = await server.join(interview);
    assert.deepEqual(without.joined.offered, []);
  });

  it('are answered after the snapshot', async () => {
    const interview = await server.interview();
    const answerer = await server.join(interview);
    answerer.socket.on('signal', ({ from, fromEpoch, link }: Signal) => {
      const description = { type: 'answer', sdp: SDP, offerId: 'offer-0' };
      answerer.socket.emit('signal:send', { to: from, toEpoch: fromEpoch, link, description });
    });
    const offers = offersOf(1);
    const joiner = await server.join(interview, {}, { offers });
    const answer = await joiner.event('signal');
    assert.equal(answer.link, offers[0]?.link);
    assert.equal(joiner.received[0]?.event, 'room:snapshot');
  });

  it('of a page after a reload follow the word of its new epoch', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const before = await server.join(interview);
    await before.vanish();
    const offers = offersOf(2);
    const reloaded = server.resume(before, { epoch: 'another-page-load', offers });
    const joined = await reloaded.snapshot();
    assert.deepEqual(joined.offered, offeredOf([stayer, offers[0]]));
    await stayer.event('signal');
    assert.deepEqual(stayer.received.slice(-2), [
      { event: 'participant:updated', payload: { participant: joined.self } },
      { event: 'signal', payload: signalOf(Object.assign(reloaded, { joined }), offers[0]) },
    ]);
  });

  it('of the same page again go to nobody, for its links live on', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const page = await server.join(interview);
    await page.vanish();
    const again = server.resume(page, { offers: offersOf(1) });
    assert.deepEqual((await again.snapshot()).offered, []);
    await settle(again, stayer);
    assert.deepEqual(stayer.all('signal'), []);
  });

  it('go to nobody whose connection is lost, or who is in another room', async () => {
    const interview = await server.interview();
    const watcher = await server.join(interview);
    const lost = await server.join(interview);
    const elsewhere = await server.join(await server.interview());
    await lost.vanish();
    await watcher.event('participant:updated');
    const offers = offersOf(3);
    const joiner = await server.join(interview, {}, { offers });
    assert.deepEqual(joiner.joined.offered, offeredOf([watcher, offers[0]]));
    const back = server.resume(lost);
    await back.snapshot();
    await settle(joiner, back);
    assert.deepEqual([...back.all('signal'), ...elsewhere.all('signal')], []);
  });

  it('go neither from nor to somebody who waits, nor later when they are let in', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview, {}, { offers: offersOf(2) });
    assert.deepEqual(waiting.joined.offered, []);
    const offers = offersOf(2);
    const second = await server.join(interview, { role: 'interviewer' }, { offers });
    assert.deepEqual(second.joined.offered, offeredOf([host, offers[0]]));
    assert.ok((await host.send('participant:admit', { id: waiting.joined.self.id })).ok);
    assert.deepEqual((await waiting.snapshot(2)).offered, []);
    await settle(waiting, host, second);
    assert.deepEqual(host.all('signal'), [signalOf(second, offers[0])]);
    assert.deepEqual([...second.all('signal'), ...waiting.all('signal')], []);
  });

  it('carry relayed candidates alone with relayOnly', async () => {
    const interview = await server.interview({ relayOnly: true });
    const inside = await server.join(interview);
    await server.join(interview, {}, { offers: offersOf(1, `${SDP}a=${HOST}\r\na=${RELAY}\r\n`) });
    const signal = await inside.event('signal');
    assert.equal(
      'description' in signal && signal.description.sdp,
      `${SDP.replace('127.0.0.1', '0.0.0.0')}a=${RELAY}\r\n`,
    );
  });

  it('may be as long as browsers make them', async () => {
    const interview = await server.interview();
    const inside = await server.join(interview);
    const offers = offersOf(LIMITS.participantsMax - 1, SDP + 'a=x:'.padEnd(11_000, 'y'));
    await server.join(interview, {}, { offers });
    await inside.event('signal');
  });

  it('must be offers, and no more than people can be there', async () => {
    const interview = await server.interview();
    const inside = await server.join(interview);
    const [offer] = offersOf(1);
    const malformed = [
      [{ ...offer, description: { ...offer?.description, type: 'answer' } }],
      [{ ...offer, description: { ...offer?.description, sdp: 'hello' } }],
      [{ ...offer, to: inside.joined.self.id }],
      [{ description: offer?.description }],
      offersOf(LIMITS.participantsMax),
    ];
    for (const offers of malformed) {
      const ticket = await server.ticket(interview);
      assert.equal((await server.connect({ ticket, offers }).refused()).code, 'bad-request');
    }
    assert.deepEqual(inside.all('participant:joined'), []);
  });

  describe('of six at once', () => {
    /** Between any two pages one offer, of which the one was told and the other has got it. */
    async function assertOneForEachPair(pages: readonly Client[]): Promise<void> {
      const people = await Promise.all(
        pages.map(async (page) => ({ page, snapshot: await page.snapshot() })),
      );
      for (const from of people) {
        for (const to of people) {
          if (from.snapshot.self.id >= to.snapshot.self.id) continue;
          const { link } = await eventually('an offer', () => exchanged(from, to)[0]);
          assert.equal(exchanged(from, to).length, 1);
          const [told] = [...offered(from, to), ...offered(to, from)];
          assert.equal(told?.link, link);
        }
      }
    }
    interface Person {
      readonly page: Client;
      readonly snapshot: RoomSnapshot;
    }
    const got = (to: Person, from: Person) =>
      to.page.all('signal').filter((signal) => signal.fromEpoch === from.page.epoch);
    const exchanged = (a: Person, b: Person) => [...got(a, b), ...got(b, a)];
    /** What `from` was told to have given to the page of `to`. */
    const offered = (from: Person, to: Person) =>
      from.snapshot.participants.some(({ epoch }) => epoch === to.page.epoch)
        ? from.snapshot.offered.filter((one) => one.to === to.snapshot.self.id)
        : [];

    /** Every page knows whom a signal is from when it comes. */
    function assertKnown({ received }: Client): void {
      const known = new Set<string>();
      for (const { event, payload } of received) {
        if (event === 'room:snapshot') {
          for (const { epoch } of (payload as RoomSnapshot).participants) known.add(epoch);
        } else if (event === 'participant:joined' || event === 'participant:updated') {
          known.add((payload as { participant: { epoch: string } }).participant.epoch);
        } else if (event === 'signal') {
          assert.ok(known.has((payload as Signal).fromEpoch));
        }
      }
    }

    it('make one for each pair, and again when all reload', async () => {
      const interview = await server.interview();
      const tickets = await Promise.all(Array.from({ length: 6 }, () => server.ticket(interview)));
      const pages = tickets.map((ticket) => server.connect({ ticket, offers: offersOf(5) }));
      await assertOneForEachPair(pages);
      pages.forEach(assertKnown);

      const reloaded = await Promise.all(
        pages.map(async (page) => {
          const { resumeToken } = await page.snapshot();
          return server.connect({ resumeToken, offers: offersOf(5) });
        }),
      );
      await assertOneForEachPair(reloaded);
      reloaded.forEach(assertKnown);
    });
  });
});
