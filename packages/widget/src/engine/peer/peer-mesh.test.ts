import { assert } from 'chai';
import type { IceServer, Participant, SignalSend } from '@rendev/interview-protocol';
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
    assert.lengthOf(connections.all, 3, 'the polite side has answered on a fresh connection');
    assert.lengthOf(connections.open, 2);
    for (const pc of connections.open) {
      assert.lengthOf(pc.getTransceivers(), 4);
      assert.isTrue(
        pc.getTransceivers().every(({ currentDirection }) => currentDirection === 'sendrecv'),
      );
      assert.equal(pc.signalingState, 'stable');
    }
    assert.isEmpty(failures);
  });

  it('keeps the link of the same page and builds another for a new page', () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b')]);
    mesh.sync('a', settings, [participant('b')]);
    assert.lengthOf(connections.all, 1);
    mesh.upsert(participant('b', { epoch: 'epoch-2-of-b' }));
    assert.lengthOf(connections.all, 2);
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
    assert.lengthOf(connections.all, 3);
    assert.isEmpty(connections.open);
    assert.isNull(mesh.view('d'));
  });

  it('keeps a link through the loss of the other connection, and makes none before it is back', () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b'), participant('c', { presence: 'disconnected' })]);
    assert.lengthOf(connections.all, 1);
    mesh.upsert(participant('b', { presence: 'disconnected' }));
    mesh.upsert(participant('b'));
    assert.lengthOf(connections.open, 1);
    mesh.upsert(participant('c'));
    assert.lengthOf(connections.open, 2);
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
    mesh.upsert(participant('b'));
    mesh.upsert(participant('c'));
    assert.equal(requests, 1);
    asked.resolve(servers);
    await new Promise((resolve) => setTimeout(resolve));
    mesh.upsert(participant('d'));
    assert.equal(requests, 2, 'the next one asks anew');
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
    mesh.receive({ from: 'stranger', fromEpoch: 'epoch-of-b', description });
    mesh.receive({ from: 'b', fromEpoch: 'epoch-0-of-b', description });
    await until(
      'the own offer is made',
      () => connections.all[0]?.signalingState === 'have-local-offer',
    );
    assert.isEmpty(failures);
  });
});
