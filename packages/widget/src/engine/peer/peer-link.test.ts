import { assert } from 'chai';
import { deferred } from '../testing/deferred.ts';
import { LinkPair, type Side } from '../testing/link-pair.ts';
import { framesDecoded, PeerConnections } from '../testing/peer-connections.ts';
import { until } from '../testing/until.ts';
import { NO_TRACKS } from './media-slots.ts';
import type { LinkSignal } from './peer-link.ts';

describe('PeerLink', () => {
  let connections: PeerConnections;
  let pair: LinkPair;

  beforeEach(() => {
    connections = new PeerConnections();
  });

  afterEach(() => {
    pair.close();
    connections.restore();
  });

  const [polite, impolite] = [0, 1];
  const pc = (index: number): RTCPeerConnection => {
    const found = connections.all[index];
    if (!found) throw new Error('There is no such connection');
    return found;
  };

  it('connects with four slots that send and receive on both sides', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    for (const index of [polite, impolite]) {
      const transceivers = pc(index).getTransceivers();
      assert.deepEqual(
        transceivers.map(({ receiver }) => receiver.track.kind),
        ['audio', 'video', 'video', 'audio'],
      );
      assert.isTrue(transceivers.every(({ currentDirection }) => currentDirection === 'sendrecv'));
    }
    assert.isEmpty(pair.failures);
  });

  it('keeps microphone and camera in one stream, and the screen with its sound in another', async () => {
    pair = new LinkPair({ polite: false, impolite: true });
    await pair.untilConnected();
    for (const index of [polite, impolite]) {
      const streamIds = [
        ...(pc(index).localDescription?.sdp ?? '').matchAll(/^a=msid:(\S+)/gm),
      ].map(([, id]) => id);
      assert.lengthOf(streamIds, 4);
      const [microphone, camera, screen, sound] = streamIds;
      assert.equal(microphone, camera);
      assert.equal(screen, sound);
      assert.notEqual(camera, screen);
    }
  });

  it('changes tracks without another offer', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    const camera = canvasTrack();
    pair.links.polite.setTracks({ ...NO_TRACKS, camera });
    await until('frames arrive', async () => (await framesDecoded(pc(impolite))) > 3);
    pair.links.polite.setTracks(NO_TRACKS);
    pair.links.polite.setTracks({ ...NO_TRACKS, screen: camera });
    const before = await framesDecoded(pc(impolite));
    await until(
      'frames arrive on the other slot',
      async () => (await framesDecoded(pc(impolite))) > before + 3,
    );
    const offers = pair.sent.filter(
      ({ signal }) => 'description' in signal && signal.description.type === 'offer',
    );
    assert.lengthOf(offers, 1);
    camera.stop();
  });

  it('ends stable after 200 renegotiations of both sides at once', async function () {
    this.timeout(240_000);
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    pair.deliver = (_from, _signal, pass) => setTimeout(pass);
    const offers = (side: Side) =>
      pair.sent.filter(
        ({ from, signal }) =>
          from === side && 'description' in signal && signal.description.type === 'offer',
      ).length;
    const areStable = () =>
      [polite, impolite].every((index) => pc(index).signalingState === 'stable');
    for (let round = 0; round < 200; round += 1) {
      const before = { polite: offers('polite'), impolite: offers('impolite') };
      pc(polite).restartIce();
      pc(impolite).restartIce();
      await until(
        'both have offered and are stable',
        () =>
          offers('polite') > before.polite && offers('impolite') > before.impolite && areStable(),
      );
    }
    await pair.untilConnected();
    await until('both are stable', areStable);
    assert.isEmpty(pair.failures);
    assert.lengthOf(pc(polite).getTransceivers(), 4);
    assert.lengthOf(pc(impolite).getTransceivers(), 4);
  });

  it('takes candidates that come before the description', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    let held: (() => void) | null = null;
    let early = 0;
    pair.deliver = (_from, signal, pass) => {
      if ('description' in signal && signal.description.type === 'offer') {
        held = pass;
      } else {
        pass();
        early += 1;
      }
    };
    await until('candidates have gone ahead', () => early > 1 && held !== null);
    (held as (() => void) | null)?.();
    await pair.untilConnected();
    assert.isEmpty(pair.failures);
  });

  it('drops an answer to an offer of the past', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    const held: LinkSignal[] = [];
    pair.deliver = (from, signal, pass) => {
      const isAnswer = 'description' in signal && signal.description.type === 'answer';
      if (isAnswer && from === 'impolite' && held.length === 0) held.push(signal);
      else pass();
    };
    pc(polite).restartIce();
    const stale = await until('the answer is held back', () => held[0]);
    pair.links.polite.resync();
    await until('another offer was answered', () => pc(polite).signalingState === 'stable');
    pair.links.polite.receive(stale);
    pc(polite).restartIce();
    await pair.untilConnected();
    pair.links.polite.receive(stale);
    await until('it is stable', () => pc(polite).signalingState === 'stable');
    assert.isEmpty(pair.failures);
  });

  it('restarts ICE with fresh credentials on both sides, and once for many causes', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    assert.deepEqual(pair.refreshes, { polite: 0, impolite: 1 }, 'for the first answer');
    let isHeld = true;
    pair.deliver = (_from, _signal, pass) => {
      if (!isHeld) pass();
    };
    pc(polite).restartIce();
    await until('an offer has no answer', () => pc(polite).signalingState === 'have-local-offer');
    isHeld = false;

    const configuration = (username: string): RTCConfiguration => ({
      iceServers: [{ urls: ['turn:localhost:9'], username, credential: 'secret' }],
    });
    const asked = deferred<RTCConfiguration>();
    pair.refresh = (from) =>
      from === 'polite' ? asked.promise : Promise.resolve(configuration('fresh-impolite'));
    const descriptions = () => pair.sent.filter(({ signal }) => 'description' in signal).length;
    const before = descriptions();
    pair.links.polite.resync();
    pair.links.polite.resync();
    assert.equal(pair.refreshes.polite, 1);
    assert.equal(descriptions(), before, 'no offer goes out before the credentials are there');
    asked.resolve(configuration('fresh-polite'));
    await until('it is answered', () => pc(impolite).getConfiguration().iceServers?.length === 1);
    await until('it is stable', () => pc(polite).signalingState === 'stable');
    const names = [polite, impolite].map(
      (index) => pc(index).getConfiguration().iceServers?.[0]?.username,
    );
    assert.deepEqual(names, ['fresh-polite', 'fresh-impolite']);
    await pair.untilConnected();
    assert.isEmpty(pair.failures);
  });

  it('tells of rubbish and goes on', async () => {
    pair = new LinkPair({ polite: true, impolite: false });
    await pair.untilConnected();
    const rubbish = { type: 'offer', sdp: 'v=0\r\nrubbish', offerId: 'x' } as const;
    const link = pair.links.impolite.id ?? '';
    pair.links.impolite.receive({ link, description: rubbish });
    pair.links.impolite.receive({ link, candidates: [{ candidate: 'candidate:rubbish' }] });
    await until('both are told', () => pair.failures.length === 2);
    assert.deepEqual(
      pair.failures.map(({ code }) => code),
      ['negotiation-failed', 'negotiation-failed'],
    );
    const answers = () =>
      pair.sent.filter(
        ({ signal }) => 'description' in signal && signal.description.type === 'answer',
      ).length;
    const before = answers();
    pc(polite).restartIce();
    await until('another offer is answered', () => answers() > before);
    await until('it is stable', () => pc(polite).signalingState === 'stable');
    await pair.untilConnected();
    assert.lengthOf(pair.failures, 2);
  });

  it('refuses an offer that does not have the slots of a room', async () => {
    pair = new LinkPair({ polite: false, impolite: false });
    const stranger = new RTCPeerConnection();
    stranger.addTransceiver('video');
    const { sdp = '' } = await stranger.createOffer();
    pair.links.polite.receive({
      link: 'link-of-a-stranger',
      description: { type: 'offer', sdp, offerId: 'x' },
    });
    await until('it is told', () => pair.failures[0]?.code === 'negotiation-failed');
    stranger.close();
  });

  it('offers by itself when no offer comes', async () => {
    pair = new LinkPair({ polite: false, impolite: false });
    await pair.untilConnected();
    assert.isEmpty(pair.failures);
  });
});

function canvasTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const timer = setInterval(() => {
    context?.fillRect(Math.random() * 200, Math.random() * 100, 10, 10);
  }, 50);
  const [track] = canvas.captureStream(20).getVideoTracks();
  if (!track) throw new Error('The canvas gave no track');
  track.addEventListener('ended', () => {
    clearInterval(timer);
  });
  return track;
}
