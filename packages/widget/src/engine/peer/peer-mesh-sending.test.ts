import { assert } from 'chai';
import type { Participant, SignalSend } from '@rendev/interview-protocol';
import { cameraKbps, PeerConnections } from '../testing/peer-connections.ts';
import { until } from '../testing/until.ts';
import { PeerMesh } from './peer-mesh.ts';

const settings = { iceServers: [], relayOnly: false };

function participant(id: string): Participant {
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
  };
}

describe('what a mesh sends', () => {
  let connections: PeerConnections;
  let meshes: Map<string, PeerMesh>;

  beforeEach(() => {
    connections = new PeerConnections();
    meshes = new Map();
  });

  afterEach(() => {
    for (const mesh of meshes.values()) mesh.close();
    connections.restore();
  });

  function newMesh(id: string): PeerMesh {
    const mesh = new PeerMesh({
      send: ({ to, toEpoch, ...rest }: SignalSend) => {
        if (toEpoch !== `epoch-of-${to}`) return;
        setTimeout(() => {
          meshes.get(to)?.receive({ from: id, fromEpoch: `epoch-of-${id}`, ...rest });
        });
      },
      refreshIceServers: () => Promise.resolve([]),
      live: () => true,
      changed: () => undefined,
      failed: () => undefined,
    });
    meshes.set(id, mesh);
    return mesh;
  }

  /** They see `a` come, who offers. */
  function others(ids: readonly string[]): Participant[] {
    for (const id of ids) {
      const mesh = newMesh(id);
      mesh.sync(id, settings, []);
      mesh.upsert(participant('a'));
    }
    return ids.map(participant);
  }

  const untilEach = (count: number, kbps: number) =>
    until(`each of ${count} links has ${kbps} kbps`, () => {
      const found = connections.open
        .filter((pc) => pc.localDescription?.type === 'offer')
        .map(cameraKbps);
      return found.length === count && found.every((each) => each === kbps);
    });

  it('is shared by all links, and anew when somebody goes', async () => {
    const mesh = newMesh('a');
    const ids = ['b', 'c', 'd', 'e', 'f', 'g'];
    mesh.sync('a', settings, others(ids));
    await untilEach(6, 128);
    for (const [count, kbps] of [
      [5, 128],
      [4, 192],
      [3, 256],
      [2, 384],
      [1, 2500],
    ] as const) {
      mesh.remove(ids[count] ?? '');
      await untilEach(count, kbps);
    }
  });

  it('is shared by those links prepared for the join that were needed', async () => {
    const mesh = newMesh('a');
    mesh.prepare(3, settings);
    mesh.sync('a', settings, others(['b', 'c']));
    await untilEach(2, 384);
  });

  it('is little on every link while data is saved, on later ones too', async () => {
    const mesh = newMesh('a');
    mesh.setLowData(true);
    mesh.sync('a', settings, others(['b']));
    await untilEach(1, 100);
    mesh.sync('a', settings, [participant('b'), ...others(['c'])]);
    await untilEach(2, 100);
    mesh.setLowData(false);
    await untilEach(2, 384);
  });

  it('has no statistics before anything is measured', () => {
    const mesh = newMesh('a');
    mesh.sync('a', settings, [participant('b')]);
    assert.isEmpty(mesh.statistics());
  });
});
