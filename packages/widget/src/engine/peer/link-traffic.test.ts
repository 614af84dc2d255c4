import { assert } from 'chai';
import type { Flow } from '@rendev/interview-protocol';
import { audioBytesSent, videoBytesSent } from '../testing/peer-connections.ts';
import { Seconds } from '../testing/samples.ts';
import { until } from '../testing/until.ts';
import { LinkTraffic } from './link-traffic.ts';
import {
  adoptSlots,
  createSlots,
  NO_TRACKS,
  type OutgoingTracks,
  type Slots,
} from './media-slots.ts';

/** The samples are made up, and the connection on which they take effect is a real one. */
describe('LinkTraffic', () => {
  let pcs: readonly [RTCPeerConnection, RTCPeerConnection];
  let slots: Slots;
  let tracks: OutgoingTracks;
  let told: Flow[];
  let traffic: LinkTraffic;
  let seconds: Seconds;

  beforeEach(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const [microphone = null] = stream.getAudioTracks();
    const [camera = null] = stream.getVideoTracks();
    tracks = { ...NO_TRACKS, microphone, camera };
    pcs = [new RTCPeerConnection(), new RTCPeerConnection()];
    slots = await connect(...pcs);
    await slots.microphone.sender.replaceTrack(microphone);
    await slots.camera.sender.replaceTrack(camera);
    told = [];
    traffic = new LinkTraffic(
      slots,
      tracks,
      { links: 1, lowData: false },
      { changed: () => undefined, tell: (flow) => told.push(flow) },
    );
    traffic.connected();
    seconds = new Seconds((sample) => {
      traffic.take(sample);
    });
  });

  afterEach(() => {
    for (const pc of pcs) pc.close();
    for (const track of Object.values(tracks)) track?.stop();
  });

  const bytes = async () => ({
    voice: await audioBytesSent(pcs[0]),
    picture: await videoBytesSent(pcs[0]),
  });
  const encoding = () => slots.camera.sender.getParameters().encodings[0];
  const untilActive = (active: boolean) =>
    until(`the camera is ${active ? 'sent' : 'paused'}`, () => encoding()?.active === active);

  it('pauses the picture under loss while the voice goes on, says so, and brings it back', async () => {
    await until('both flow', async () => {
      const { voice, picture } = await bytes();
      return voice > 0 && picture > 0;
    });
    seconds.until(() => traffic.view.ownCameraPaused, { outgoingLoss: 30 });
    await untilActive(false);
    assert.deepEqual(told.at(-1), { cameraPaused: true, lowData: false });
    assert.equal(traffic.view.weakness, 'packet-loss');
    await until('what was encoded before has gone out', async () => {
      const before = await bytes();
      await until('the voice goes on', async () => (await bytes()).voice > before.voice + 2_000);
      return (await bytes()).picture === before.picture;
    });

    seconds.until(() => !traffic.view.ownCameraPaused, { camera: false });
    await untilActive(true);
    assert.deepEqual(told.at(-1), { cameraPaused: false, lowData: false });
    const { picture } = await bytes();
    await until('the picture flows', async () => (await bytes()).picture > picture + 5_000);
    seconds.pass(60);
    assert.isNull(traffic.view.weakness);
    await until('all is sent', () => encoding()?.maxBitrate === 2_500_000);
  });

  it('speaks of a pause only while the camera is on', () => {
    traffic.setTracks({ ...tracks, camera: null });
    seconds.pass(60, { outgoingLoss: 30, camera: false });
    assert.isFalse(traffic.view.ownCameraPaused);
    assert.lengthOf(told, 1);
    traffic.setTracks(tracks);
    assert.isTrue(traffic.view.ownCameraPaused);
    assert.isTrue(told.at(-1)?.cameraPaused);
    traffic.setTracks({ ...tracks, camera: null });
    assert.isFalse(traffic.view.ownCameraPaused);
    assert.isFalse(told.at(-1)?.cameraPaused);
  });

  it('keeps a picture still on the screen of the peer small while the processor is busy', async () => {
    const scale = () => encoding()?.scaleResolutionDownBy ?? 0;
    seconds.pass(6, { limitedBy: 'cpu' });
    await until('it is smaller', () => encoding()?.maxBitrate === 1_200_000);
    const smaller = scale();
    seconds.pass(40);
    await until('it is whole', () => encoding()?.maxBitrate === 2_500_000);
    assert.isAtMost(scale(), smaller);
  });

  it('takes less when the path turns out to be relayed', async () => {
    const relayed = new Seconds((sample) => {
      traffic.take({ ...sample, path: { kind: 'relayed', transport: 'udp' } });
    });
    relayed.pass(1);
    await until('there is less', () => encoding()?.maxBitrate === 1_000_000);
    seconds.pass(1);
    await until('there is all', () => encoding()?.maxBitrate === 2_500_000);
  });

  it('lets go of old pictures while nothing gets through, and goes on with new ones', async () => {
    await until('pictures flow', async () => (await bytes()).picture > 0);
    const { sender } = slots.camera;
    const set = sender.setParameters.bind(sender);
    const written: (boolean | undefined)[] = [];
    sender.setParameters = (parameters) => {
      written.push(parameters.encodings[0]?.active);
      return set(parameters);
    };
    for (let at = 0; at < 3_000; at += 300) traffic.pathSilent(at);
    await until(
      'it has stopped and started',
      () => written.length >= 2 && encoding()?.active === true,
    );
    assert.include(written, false);
    assert.isTrue(written.at(-1));
    const { picture } = await bytes();
    await until('new ones flow', async () => (await bytes()).picture > picture);
  });

  it('does not tell of samples that change nothing', () => {
    seconds.pass(30);
    assert.lengthOf(told, 1);
  });
});

async function connect(a: RTCPeerConnection, b: RTCPeerConnection): Promise<Slots> {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => void to.addIceCandidate(candidate));
  }
  const slots = createSlots(a);
  await a.setLocalDescription();
  if (a.localDescription) await b.setRemoteDescription(a.localDescription);
  adoptSlots(b);
  await b.setLocalDescription();
  if (b.localDescription) await a.setRemoteDescription(b.localDescription);
  return slots;
}
