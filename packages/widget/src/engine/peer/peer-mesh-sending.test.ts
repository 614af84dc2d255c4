import { assert } from 'chai';
import type { Participant } from '@rendev/interview-protocol';
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
  let mesh: PeerMesh;

  beforeEach(() => {
    connections = new PeerConnections();
    mesh = new PeerMesh({
      send: () => undefined,
      refreshIceServers: () => Promise.resolve([]),
      live: () => true,
      changed: () => undefined,
      failed: () => undefined,
    });
  });

  afterEach(() => {
    mesh.close();
    connections.restore();
  });

  const untilEach = (count: number, kbps: number) =>
    until(`each of ${count} links has ${kbps} kbps`, () => {
      const found = connections.open.map(cameraKbps);
      return found.length === count && found.every((each) => each === kbps);
    });

  it('is shared by all links, and anew when somebody goes', async () => {
    const ids = ['b', 'c', 'd', 'e', 'f', 'g'];
    mesh.sync('a', settings, ids.map(participant));
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

  it('is shared by links that are prepared for the join, and by those of them that were needed', async () => {
    mesh.prepare(3, settings);
    await untilEach(3, 256);
    mesh.sync('a', settings, ['b', 'c'].map(participant));
    await untilEach(2, 384);
  });

  it('is little on every link while data is saved, on later ones too', async () => {
    mesh.setLowData(true);
    mesh.sync('a', settings, [participant('b')]);
    await untilEach(1, 100);
    mesh.sync('a', settings, ['b', 'c'].map(participant));
    await untilEach(2, 100);
    mesh.setLowData(false);
    await untilEach(2, 384);
  });

  it('has no statistics before anything is measured', () => {
    mesh.sync('a', settings, [participant('b')]);
    assert.isEmpty(mesh.statistics());
  });
});
