import { assert } from 'chai';
import type { IceServer, Participant, SignalSend } from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { RendevError } from '../rendev-error.ts';
import { deferred } from '../testing/deferred.ts';
import { PeerConnections } from '../testing/peer-connections.ts';
import { until } from '../testing/until.ts';
import { PeerMesh } from './peer-mesh.ts';

const settings = { iceServers: [], relayOnly: false };

function participant(id: string, change: Partial<Participant> = {}): Participant {
  return {
    id,
    name: id,
    role: 'participant',
    epoch: `epoch-of-${id}`,
    presence: 'connected',
    admitted: true,
    media: { microphone: true, camera: true, screen: false },
    hand: false,
    handRaisedAt: null,
    joinedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}

describe('PeerMesh', () => {
  let connections: PeerConnections;
  let meshes: Map<string, PeerMesh>;
  let failures: RendevError[];
  let refresh: () => Promise<readonly IceServer[]>;

  beforeEach(() => {
    connections = new PeerConnections();
    meshes = new Map();
    failures = [];
    refresh = () => Promise.resolve([]);
  });

  afterEach(() => {
    for (const mesh of meshes.values()) mesh.close();
    connections.restore();
  });

  function newMesh(id: string): PeerMesh {
    const mesh = new PeerMesh({
      send: (signal: SignalSend) => {
        const { to, toEpoch, ...rest } = signal;
        if (toEpoch !== `epoch-of-${to}`) return;
        setTimeout(() => {
          meshes.get(to)?.receive({ from: id, fromEpoch: `epoch-of-${id}`, ...rest });
        });
      },
      refreshIceServers: () => refresh(),
      live: () => true,
      changed: () => undefined,
      failed: (error) => failures.push(error),
    });
    meshes.set(id, mesh);
    return mesh;
  }

  const untilConnected = (mesh: PeerMesh, id: string) =>
    until('the link is connected', () => mesh.view(id)?.state === 'connected');

  it('ends with one set of four slots when both offer at once', async () => {
    const a = newMesh('a');
    const b = newMesh('b');
    a.sync('a', settings, [participant('b')]);
    b.sync('b', settings, [participant('a')]);
    await untilConnected(a, 'b');
    await untilConnected(b, 'a');
    assert.equal(connections.all.length, 3, 'the polite side has answered on a fresh connection');
    assert.equal(connections.open.length, 2);
    for (const pc of connections.open) {
      assert.lengthOf(pc.getTransceivers(), 4);
      assert.isTrue(
        pc.getTransceivers().every(({ currentDirection }) => currentDirection === 'sendrecv'),
      );
      assert.equal(pc.signalingState, 'stable');
    }
    assert.isEmpty(failures);
  });

  describe('with offers that ride in the join', () => {
    const untilOffered = (mesh: PeerMesh, count: number) =>
      until('the offers are made', () => {
        const offers = mesh.takeOffers();
        return offers.length === count ? offers : null;
      });

    it('connects when the server has given the offer to somebody', async () => {
      const [a, b] = [newMesh('a'), newMesh('b')];
      b.sync('b', settings, []);
      a.prepare(1, settings);
      const [offer] = await untilOffered(a, 1);
      assert.isDefined(offer);
      a.sync('a', settings, [participant('b')], [{ to: 'b', link: offer.link }]);
      b.upsert(participant('a'));
      b.receive({ from: 'a', fromEpoch: 'epoch-of-a', ...offer });
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.equal(connections.all.length, 2, 'the prepared one is the one in use');
      assert.isEmpty(failures);
    });

    it('sends an offer itself that the server has given to nobody', async () => {
      const [a, b] = [newMesh('a'), newMesh('b')];
      b.sync('b', settings, []);
      a.prepare(1, settings);
      await untilOffered(a, 1);
      b.upsert(participant('a'));
      a.sync('a', settings, [participant('b')]);
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.equal(connections.all.length, 2);
      assert.isEmpty(failures);
    });

    it('offers anew to whom no offer was left, and closes what nobody needs', async () => {
      const a = newMesh('a');
      a.prepare(1, settings);
      await untilOffered(a, 1);
      a.sync('a', settings, [participant('b'), participant('c')]);
      assert.equal(connections.open.length, 2);
      const d = newMesh('d');
      d.prepare(2, settings);
      d.sync('d', settings, []);
      assert.equal(connections.all.length, 4);
      assert.equal(connections.open.length, 2);
      assert.isEmpty(d.takeOffers());
    });

    it('leaves out the offers that do not fit into the join', async () => {
      const a = newMesh('a');
      a.prepare(40, settings);
      const offers = await until('some offers are made', () => {
        const made = a.takeOffers();
        return made.length > 2 && connections.all.every(({ localDescription }) => localDescription)
          ? a.takeOffers()
          : null;
      });
      assert.isBelow(offers.length, 40);
      assert.isAtMost(JSON.stringify(offers).length, LIMITS.joinOffersBytes + offers.length + 2);
    });

    it('ends with one link when two who join at once are given the offers of each other', async () => {
      const [a, b] = [newMesh('a'), newMesh('b')];
      a.prepare(1, settings);
      b.prepare(1, settings);
      const [fromA] = await untilOffered(a, 1);
      const [fromB] = await untilOffered(b, 1);
      assert.isDefined(fromA);
      assert.isDefined(fromB);
      a.sync('a', settings, [participant('b')], [{ to: 'b', link: fromA.link }]);
      b.sync('b', settings, [participant('a')], [{ to: 'a', link: fromB.link }]);
      a.receive({ from: 'b', fromEpoch: 'epoch-of-b', ...fromB });
      b.receive({ from: 'a', fromEpoch: 'epoch-of-a', ...fromA });
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.equal(connections.open.length, 2);
      assert.isEmpty(failures);
    });
  });

  it('keeps the link of the same page and builds another for a new page', () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b')]);
    mesh.sync('a', settings, [participant('b')]);
    assert.equal(connections.all.length, 1);
    mesh.upsert(participant('b', { epoch: 'epoch-2-of-b' }));
    assert.equal(connections.all.length, 2);
    assert.equal(connections.all[0]?.signalingState, 'closed');
  });

  it('closes the link of everybody who has gone or waits in the lobby', () => {
    const mesh = newMesh('a');
    mesh.sync(
      'a',
      settings,
      ['b', 'c', 'd'].map((id) => participant(id)),
    );
    mesh.remove('b');
    mesh.upsert(participant('c', { admitted: false }));
    mesh.sync('a', settings, []);
    assert.equal(connections.all.length, 3);
    assert.equal(connections.open.length, 0);
    assert.isNull(mesh.view('d'));
  });

  it('keeps a link through the loss of the other connection, and makes none before it is back', () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b'), participant('c', { presence: 'disconnected' })]);
    assert.equal(connections.all.length, 1);
    mesh.upsert(participant('b', { presence: 'disconnected' }));
    mesh.upsert(participant('b'));
    assert.equal(connections.open.length, 1);
    mesh.upsert(participant('c'));
    assert.equal(connections.open.length, 2);
  });

  describe('with links that are made anew', () => {
    async function connected(): Promise<readonly [PeerMesh, PeerMesh]> {
      const [a, b] = [newMesh('a'), newMesh('b')];
      b.sync('b', settings, []);
      b.upsert(participant('a'));
      a.sync('a', settings, [participant('b')]);
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      return [a, b];
    }

    it('shows what was there until the new one is connected, on both sides', async () => {
      const [a, b] = await connected();
      const before = [a.view('b')?.stream, b.view('a')?.stream];
      a.renew();
      assert.equal(a.view('b')?.state, 'reconnecting');
      await until('the other side has begun anew too', () => connections.open.length === 2);
      await until('it answers', () => connections.all.length === 4);
      assert.deepEqual([a.view('b')?.stream, b.view('a')?.stream], before);
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.notEqual(a.view('b')?.stream, before[0]);
      assert.notEqual(b.view('a')?.stream, before[1]);
      assert.equal(connections.open.length, 2);
      assert.isEmpty(failures);
    });

    it('answers anew with fresh credentials, as the old path may have died of theirs', async () => {
      const [a, b] = await connected();
      let requests = 0;
      refresh = () => {
        requests += 1;
        return Promise.resolve([]);
      };
      a.renew();
      await until('the other side has begun anew too', () => connections.all.length === 4);
      await untilConnected(b, 'a');
      assert.equal(requests, 1);
    });

    it('ends with one link when both begin anew at once', async () => {
      const [a, b] = await connected();
      a.renew();
      b.renew();
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.equal(connections.open.length, 2);
      assert.isEmpty(failures);
    });

    it('has no ear for the link that was given up', async () => {
      const [a, b] = await connected();
      const [, old] = connections.all;
      assert.isDefined(old);
      // An offer for the old link is on its way when the other side begins anew.
      old.restartIce();
      await until('it is made', () => old.signalingState === 'have-local-offer');
      a.renew();
      b.renew();
      await untilConnected(a, 'b');
      await untilConnected(b, 'a');
      assert.equal(connections.open.length, 2);
      assert.isEmpty(failures);
    });

    it('looks for another path on another network', async () => {
      const [a, b] = await connected();
      const before = connections.open.map((pc) => pc.localDescription?.sdp);
      a.networkChanged();
      await until('both have new credentials', () =>
        connections.open.every((pc, index) => ufragOf(pc) !== ufrag(before[index])),
      );
      assert.equal(a.view('b')?.state, 'connected');
      assert.equal(b.view('a')?.state, 'connected');
      assert.equal(connections.all.length, 2);
      assert.isEmpty(failures);
    });
  });

  it('uses relays only where the interview says so', () => {
    const mesh = newMesh('a');
    const iceServers = [{ urls: ['turn:localhost:3478'], username: 'u', credential: 'c' }];
    mesh.sync('a', { iceServers, relayOnly: true }, [participant('b')]);
    const configuration = connections.all[0]?.getConfiguration();
    assert.equal(configuration?.iceTransportPolicy, 'relay');
    assert.deepEqual(configuration?.iceServers?.[0]?.urls, ['turn:localhost:3478']);
  });

  it('asks for fresh credentials once for all links, and keeps the policy', async () => {
    const servers = [{ urls: ['turn:localhost:3478'], username: 'fresh', credential: 'c' }];
    const asked = deferred<readonly IceServer[]>();
    let requests = 0;
    refresh = () => {
      requests += 1;
      return asked.promise;
    };
    const mesh = newMesh('a');
    mesh.sync('a', { iceServers: [], relayOnly: true }, []);
    mesh.upsert(participant('a-young-one'));
    assert.equal(requests, 0, 'those of the snapshot are fresh');
    const now = performance.now.bind(performance);
    performance.now = () => now() + 600_000;
    mesh.upsert(participant('b'));
    mesh.upsert(participant('c'));
    performance.now = now;
    assert.equal(requests, 1);
    asked.resolve(servers);
    await new Promise((resolve) => setTimeout(resolve));
    mesh.upsert(participant('d'));
    assert.equal(requests, 1, 'they are fresh again');
    const { iceServers, iceTransportPolicy } = connections.all.at(-1)?.getConfiguration() ?? {};
    assert.equal(iceServers?.[0]?.username, 'fresh');
    assert.equal(iceTransportPolicy, 'relay');
  });

  it('goes on with the servers at hand when there are no fresh ones to be had', async () => {
    refresh = () => Promise.reject(new Error('signaling is away'));
    const a = newMesh('a');
    const b = newMesh('b');
    b.sync('b', settings, []);
    b.upsert(participant('a'));
    a.sync('a', settings, [participant('b')]);
    await untilConnected(a, 'b');
    await untilConnected(b, 'a');
    assert.isEmpty(failures);
  });

  it('ignores signals of strangers and of pages that are gone', async () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b')]);
    const description = { type: 'offer', sdp: 'v=0\r\n', offerId: 'x' } as const;
    const link = 'link-of-b';
    mesh.receive({ from: 'stranger', fromEpoch: 'epoch-of-b', link, description });
    mesh.receive({ from: 'b', fromEpoch: 'epoch-0-of-b', link, description });
    await until(
      'the own offer is made',
      () => connections.all[0]?.signalingState === 'have-local-offer',
    );
    assert.isEmpty(failures);
  });
});

const ufrag = (sdp = '') => /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1];
const ufragOf = ({ localDescription }: RTCPeerConnection) => ufrag(localDescription?.sdp);
