import { assert } from 'chai';
import { FakeDevices, withhold } from '../testing/fake-devices.ts';
import { audioBytesSent, PeerConnections } from '../testing/peer-connections.ts';
import { cleanUp, joined, other, serverFor, untilLinked } from '../testing/people.ts';
import { until } from '../testing/until.ts';

const CAMERA = 'fake_device_1';
const MICROPHONE = 'Fake Audio Input 2';

describe('InterviewSession', () => {
  let connections: PeerConnections;
  let devices: FakeDevices;

  beforeEach(() => {
    connections = new PeerConnections();
    devices = new FakeDevices();
  });

  afterEach(() => {
    cleanUp();
    connections.restore();
    devices.restore();
  });

  const call = async () => {
    const server = serverFor(2);
    const a = await joined(server, 'code-1');
    const b = await joined(server, 'code-2', { microphone: false, camera: false });
    await untilLinked(a);
    await untilLinked(b);
    await until('a sends both', () => {
      const { microphone, camera } = other(b)?.media ?? {};
      return microphone && camera;
    });
    return { a, b };
  };
  const sent = () =>
    connections.open.flatMap((pc) => pc.getSenders().map(({ track }) => track?.label));

  it('sends the device that stands in, then the chosen one, to the same receivers', async () => {
    const { a, b } = await call();
    await a.selectCamera(await devices.idOf(CAMERA));
    await a.selectMicrophone(await devices.idOf(MICROPHONE));
    await until('both are sent', () => sent().includes(CAMERA) && sent().includes(MICROPHONE));
    const { stream } = other(b) ?? {};
    const tracks = stream?.getTracks();

    devices.unplug(CAMERA, MICROPHONE);
    await until('others are sent', () => sent().includes('fake_device_0'));
    await until('others are sent', () => sent().includes('Fake Default Audio Input'));
    devices.plugIn(CAMERA, MICROPHONE);
    await until(
      'the chosen are sent',
      () => sent().includes(CAMERA) && sent().includes(MICROPHONE),
    );

    const sender = connections.open.find((pc) => pc.getSenders()[0]?.track);
    const before = sender ? await audioBytesSent(sender) : 0;
    await until('sound is sent', async () => sender && (await audioBytesSent(sender)) > before);
    assert.equal(other(b)?.stream, stream);
    assert.deepEqual(other(b)?.stream?.getTracks(), tracks);
    await until('b knows that both are on', () => {
      const { microphone, camera } = other(b)?.media ?? {};
      return microphone && camera;
    });
    assert.equal(connections.open.length, 2);
  });

  it('tells the others while the system withholds the sound', async () => {
    const { a, b } = await call();
    const [track] = a.snapshot.media.stream?.getAudioTracks() ?? [];
    withhold(track, true);
    await until('b sees it', () => other(b)?.media.microphone === false);
    assert.equal(a.snapshot.media.microphone.status, 'interrupted');
    assert.include(sent(), track?.label);
    withhold(track, false);
    await until('b sees it', () => other(b)?.media.microphone === true);
    assert.equal(a.snapshot.media.microphone.status, 'on');
  });
});
