import { assert } from 'chai';
import { JoinedLinks } from '../testing/joined-links.ts';
import { framesDecoded, PeerConnections } from '../testing/peer-connections.ts';
import { until } from '../testing/until.ts';
import { NO_TRACKS, SLOTS, type OutgoingTracks, type SlotName } from './media-slots.ts';

describe('what a link sends', () => {
  let connections: PeerConnections;
  let links: JoinedLinks;
  let captured: MediaStream;

  beforeEach(async () => {
    connections = new PeerConnections();
    captured = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 1280, height: 720 },
    });
  });

  afterEach(() => {
    links.close();
    for (const track of captured.getTracks()) track.stop();
    connections.restore();
  });

  const both = (): OutgoingTracks => ({
    ...NO_TRACKS,
    microphone: captured.getAudioTracks()[0] ?? null,
    camera: captured.getVideoTracks()[0] ?? null,
  });
  /** @param side 0 for the one who offers */
  const parametersOf = (side: number, slot: SlotName) => {
    const index = SLOTS.findIndex(({ name }) => name === slot);
    const parameters = connections.all[side]?.getTransceivers()[index]?.sender.getParameters();
    return { ...parameters, encoding: parameters?.encodings[0] };
  };
  const kbpsOf = (side: number, slot: SlotName) =>
    (parametersOf(side, slot).encoding?.maxBitrate ?? NaN) / 1000;

  it('is limited by the number of links from the first frame on, and by a new number at once', async () => {
    links = new JoinedLinks(both(), { links: 3, lowData: false });
    await links.untilConnected();
    await until('the limit is set', () => kbpsOf(0, 'camera') === 256);
    await until(
      'small pictures arrive',
      () => (links.second.sample?.incoming.camera?.height ?? Infinity) <= 270,
    );
    assert.equal(parametersOf(0, 'camera').degradationPreference, 'maintain-framerate');
    links.first.setSending({ links: 1, lowData: false });
    await until('the limit is lifted', () => kbpsOf(0, 'camera') === 2500);
    // How large a busy machine makes it is another matter.
    assert.equal(parametersOf(0, 'camera').encoding?.scaleResolutionDownBy, 1);
    const [, second] = connections.all;
    assert.isDefined(second);
    const before = await framesDecoded(second);
    await until('frames arrive', async () => (await framesDecoded(second)) > before + 3);
    const descriptions = links.sent.filter((signal) => 'description' in signal);
    assert.lengthOf(descriptions, 2, 'and nothing was negotiated again');
  });

  it('keeps a shared screen whole and takes from the camera', async () => {
    links = new JoinedLinks(both());
    await links.untilConnected();
    links.first.setTracks({ ...both(), screen: both().camera });
    await until('the camera gets less', () => kbpsOf(0, 'camera') === 200);
    await until('the screen arrives', () => links.second.sample?.incoming.screen);
    const { encoding, degradationPreference } = parametersOf(0, 'screen');
    assert.equal(encoding?.maxBitrate, 1_500_000);
    assert.equal(encoding?.scaleResolutionDownBy, 1);
    assert.equal(degradationPreference, 'maintain-resolution');
    links.first.setTracks(both());
    await until('the camera gets all again', () => kbpsOf(0, 'camera') === 2500);
  });

  it('stops the sender of a track that is gone, and starts it with the next', async () => {
    links = new JoinedLinks(both());
    await links.untilConnected();
    const isActive = () => parametersOf(0, 'camera').encoding?.active;
    assert.isTrue(isActive());
    links.first.setTracks({ ...both(), camera: null });
    await until('it is stopped', () => isActive() === false);
    links.first.setTracks(both());
    await until('it is started', isActive);
  });

  it('becomes small in both directions when one side saves data', async () => {
    links = new JoinedLinks();
    await links.untilConnected();
    await until(
      'both have all',
      () => kbpsOf(0, 'camera') === 2500 && kbpsOf(1, 'camera') === 2500,
    );
    links.second.setSending({ links: 1, lowData: true });
    await until('both have less', () => kbpsOf(0, 'camera') === 100 && kbpsOf(1, 'camera') === 100);
    assert.equal(parametersOf(0, 'camera').encoding?.maxFramerate, 15);
    links.second.setSending({ links: 1, lowData: false });
    await until(
      'both have all',
      () => kbpsOf(0, 'camera') === 2500 && kbpsOf(1, 'camera') === 2500,
    );
    assert.isUndefined(parametersOf(0, 'camera').encoding?.maxFramerate);
  });

  it('tells its flow when the link is made, when it changes, and again after signals may be lost', async () => {
    links = new JoinedLinks();
    await links.untilConnected();
    const told = () => links.sent.filter((signal) => 'flow' in signal).length;
    await until('both have told', () => told() === 2);
    links.first.setSending({ links: 2, lowData: false });
    assert.equal(told(), 2, 'that is no news to the peer');
    links.first.setSending({ links: 2, lowData: true });
    assert.equal(told(), 3);
    links.first.resync();
    assert.equal(told(), 4);
  });

  it('shows that the peer has paused its camera', async () => {
    links = new JoinedLinks(both());
    await links.untilConnected();
    const link = links.first.id ?? '';
    links.second.receive({ link, flow: { cameraPaused: true, lowData: false } });
    assert.isTrue(links.second.view.cameraPaused);
    assert.equal(links.second.view.weakness, 'bandwidth');
    links.second.receive({ link, flow: { cameraPaused: false, lowData: false } });
    assert.isFalse(links.second.view.cameraPaused);
    assert.isNull(links.second.view.weakness);
  });

  it('has the voice first', async () => {
    links = new JoinedLinks();
    await links.untilConnected();
    const priority = (side: number) => parametersOf(side, 'microphone').encoding?.priority;
    await until('both sides do so', () => priority(0) === 'high' && priority(1) === 'high');
  });

  it('sends the voice twice and asks for silence to be left out', async () => {
    links = new JoinedLinks(both());
    await links.untilConnected();
    const sdps = links.sent.flatMap((signal) =>
      'description' in signal ? [signal.description.sdp] : [],
    );
    assert.lengthOf(sdps, 2);
    for (const sdp of sdps) {
      assert.match(sdp, /^a=fmtp:111 .*usedtx=1/m);
      const red = /^a=rtpmap:(\d+) red\/48000\/2/m.exec(sdp)?.[1] ?? 'none';
      const first = /^m=audio \d+ \S+ (\d+)/m.exec(sdp)?.[1];
      assert.equal(first, red);
    }
    await until('the voice is sent', () => links.first.sample?.outgoing.microphone);
  });

  it('sends next to nothing while the microphone is silent', async () => {
    const context = new AudioContext();
    const silence = new GainNode(context, { gain: 0 });
    const destination = new MediaStreamAudioDestinationNode(context);
    const tone = new OscillatorNode(context);
    tone.connect(silence).connect(destination);
    tone.start();
    links = new JoinedLinks({
      ...NO_TRACKS,
      microphone: destination.stream.getAudioTracks()[0] ?? null,
    });
    await links.untilConnected();
    await until('silence is sent', () => {
      const voice = links.first.sample?.outgoing.microphone;
      return voice && voice.kbps < 8;
    });
    links.first.setTracks(both());
    await until('a sound is sent', () => (links.first.sample?.outgoing.microphone?.kbps ?? 0) > 30);
    await context.close();
  });

  it('is rated in both directions', async () => {
    links = new JoinedLinks(both());
    await links.untilConnected();
    await until('it is measured', () => links.first.view.outgoing === 90);
    await until('it is measured', () => links.second.view.incoming === 90);
    assert.isNull(links.second.view.outgoing, 'nothing is sent');
    assert.equal(links.first.sample?.path?.kind, 'direct');
    assert.isAbove(links.second.sample?.receivedBytes ?? 0, 0);
  });
});
