import { assert } from 'chai';
import { LinkPair, type Side } from '../testing/link-pair.ts';
import { PeerConnections } from '../testing/peer-connections.ts';
import { until } from '../testing/until.ts';
import { NO_TRACKS } from './media-slots.ts';
import type { LinkSignal } from './peer-link.ts';

const CAMERA_ON = { microphone: false, camera: true, screen: false };
const SIDES: readonly Side[] = ['polite', 'impolite'];

describe('the recovery of a PeerLink', () => {
  let connections: PeerConnections;
  let pair: LinkPair;
  let camera: MediaStreamTrack;

  beforeEach(async () => {
    connections = new PeerConnections();
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320 } });
    [camera] = stream.getVideoTracks() as [MediaStreamTrack];
  });

  afterEach(() => {
    pair.close();
    camera.stop();
    connections.restore();
  });

  const offersOf = (side: Side) =>
    pair.sent.filter(
      ({ from, signal }) =>
        from === side && 'description' in signal && signal.description.type === 'offer',
    ).length;
  const untilShown = (state: string) =>
    until(`both show ${state}`, () => SIDES.every((side) => pair.links[side].view.state === state));
  /** From now on nothing arrives, by all that a page can see. Calling the answer ends it. */
  const silence = async (): Promise<() => void> => {
    const reports = await Promise.all(connections.all.map((pc) => pc.getStats()));
    connections.all.forEach((pc, index) => {
      pc.getStats = () => Promise.resolve(reports[index] ?? new RTCStatsReport());
    });
    return () => {
      for (const pc of connections.all) Reflect.deleteProperty(pc, 'getStats');
    };
  };

  it('restarts ICE when nothing arrives, shows it, and is content when something does', async () => {
    const tracks = { ...NO_TRACKS, camera };
    pair = new LinkPair({ polite: true, impolite: false }, { polite: tracks, impolite: tracks });
    pair.media = CAMERA_ON;
    await pair.untilConnected();
    await until('pictures have arrived on both sides', () =>
      SIDES.every((side) => (pair.links[side].sample?.receivedBytes ?? 0) > 0),
    );
    assert.equal(offersOf('impolite'), 0);
    const end = await silence();
    await until('the impolite side has restarted', () => offersOf('impolite') > 0);
    await untilShown('reconnecting');
    assert.isTrue(connections.all.every((pc) => pc.iceConnectionState === 'connected'));
    end();
    await untilShown('connected');
    assert.equal(connections.all.length, 2);
    assert.isEmpty(pair.renewals);
    assert.isEmpty(pair.failures);
  });

  it('leaves a peer in peace that has turned everything off', async () => {
    const tracks = { ...NO_TRACKS, camera };
    pair = new LinkPair({ polite: true, impolite: false }, { polite: tracks, impolite: tracks });
    pair.media = CAMERA_ON;
    await pair.untilConnected();
    await until('pictures have arrived', () => (pair.links.polite.sample?.receivedBytes ?? 0) > 0);
    pair.media = { ...CAMERA_ON, camera: false };
    const end = await silence();
    const readings = new Set<number>();
    await until('some seconds are silent', () => {
      const { at, receivedBytes } = pair.links.polite.sample ?? { at: 0, receivedBytes: 1 };
      if (receivedBytes === 0) readings.add(at);
      return readings.size > 3;
    });
    assert.isTrue(SIDES.every((side) => pair.links[side].view.state === 'connected'));
    assert.equal(offersOf('polite') + offersOf('impolite'), 1, 'the first one alone');
    end();
  });

  it('finds a path when every candidate of the first offer and answer was lost', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    let descriptions = 0;
    pair.deliver = (from, signal, pass) => {
      if ('description' in signal) descriptions += 1;
      const isLost = descriptions <= 2;
      if (!isLost) pass();
      else if ('description' in signal) {
        pair.links[from === 'polite' ? 'impolite' : 'polite'].receive(withoutCandidates(signal));
      }
    };
    await pair.untilConnected();
    assert.isAbove(descriptions, 2);
    assert.equal(connections.all.length, 2);
    assert.isEmpty(pair.failures);
  });
});

function withoutCandidates(signal: Extract<LinkSignal, { description: object }>): LinkSignal {
  const sdp = signal.description.sdp.replace(/^a=candidate:.*\r\n/gm, '');
  return { ...signal, description: { ...signal.description, sdp } };
}
