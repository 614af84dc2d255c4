import { assert } from 'chai';
import { FakeDevices } from './testing/fake-devices.ts';
import { audioBytesSent, PeerConnections } from './testing/peer-connections.ts';
import {
  cleanUp,
  codeOf,
  joined,
  newSession,
  other,
  serverFor,
  untilFramesFlow,
  untilLinked,
} from './testing/people.ts';
import { until } from './testing/until.ts';

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

  describe('media', () => {
    it('lets two people see and hear each other', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await connections.untilAllDecode();
      for (const session of [a, b]) {
        const remote = await untilLinked(session);
        assert.deepEqual(remote.media, { microphone: true, camera: true, screen: false });
        assert.equal(remote.quality.level, 'good');
        await untilFramesFlow(remote.stream);
      }
      assert.equal(connections.open.length, 2);
    });

    it('connects six people with each other', async function () {
      this.timeout(240_000);
      devices.shrinkCamera();
      const server = serverFor(6);
      const codes = Array.from({ length: 6 }, (_, index) => `code-${index + 1}`);
      const sessions = await Promise.all(codes.map((code) => joined(server, code)));
      for (const session of sessions) {
        await until(
          'all five are connected',
          () =>
            session.snapshot.participants.filter(({ link }) => link === 'connected').length === 5,
          120_000,
        );
      }
      await connections.untilAllDecode();
      assert.equal(connections.open.length, 30);
    });

    it('sends nothing while muted, and the others see it', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await untilLinked(a);
      await untilLinked(b);
      const found = connections.open.find(
        (pc) => pc.getSenders()[0]?.track === a.snapshot.media.stream?.getAudioTracks()[0],
      );
      const sender = await until('a connection sends the microphone', () => found);
      await until('sound is sent', async () => (await audioBytesSent(sender)) > 0);

      await a.setMicrophoneEnabled(false);
      await until('b sees it', () => other(b)?.media.microphone === false);
      await until('a is told', () => a.snapshot.self?.media.microphone === false);
      assert.isNull(sender.getSenders()[0]?.track);
      // What was encoded already may still go out; then the picture goes on without one byte of sound.
      const muted = await until('no sound is sent', async () => {
        const before = await audioBytesSent(sender);
        await connections.untilAllDecode();
        return (await audioBytesSent(sender)) === before ? before : null;
      });
      await connections.untilAllDecode();
      assert.equal(await audioBytesSent(sender), muted);

      await a.setMicrophoneEnabled(true);
      await until('b sees it', () => other(b)?.media.microphone === true);
      await until('sound is sent', async () => (await audioBytesSent(sender)) > muted);
    });

    it('keeps the microphone muted when the camera changes, and the other way round', async () => {
      const session = await joined(serverFor(1), 'code-1');
      await until('both are on', () => session.snapshot.media.camera.status === 'on');
      await until('the devices are known', () => session.snapshot.media.devices.cameras.length > 1);
      await session.setMicrophoneEnabled(false);
      const audioTrack = () => session.snapshot.media.stream?.getAudioTracks()[0];
      const { cameras, microphones } = session.snapshot.media.devices;
      const camera = cameras.find(
        ({ deviceId }) => deviceId !== session.snapshot.media.camera.deviceId,
      );
      await session.selectCamera(camera?.deviceId ?? '');
      assert.equal(session.snapshot.media.microphone.status, 'off');
      assert.equal(audioTrack()?.enabled, false);
      assert.lengthOf(session.snapshot.media.stream?.getVideoTracks() ?? [], 1);

      await session.setCameraEnabled(false);
      await session.selectMicrophone(microphones.at(-1)?.deviceId ?? '');
      assert.equal(session.snapshot.media.camera.status, 'off');
      assert.equal(session.snapshot.media.camera.deviceId, camera?.deviceId);
      assert.equal(session.snapshot.media.microphone.status, 'off');
      await session.setMicrophoneEnabled(true);
      assert.equal(audioTrack()?.enabled, true);
    });

    it('shares a screen beside the camera, and notices when the browser ends it', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await untilLinked(b);
      const real = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
      const asked: (DisplayMediaStreamOptions | undefined)[] = [];
      navigator.mediaDevices.getDisplayMedia = (options) => {
        asked.push(options);
        return navigator.mediaDevices.getUserMedia({ video: true });
      };
      try {
        await a.setScreenShareEnabled(true);
      } finally {
        navigator.mediaDevices.getDisplayMedia = real;
      }
      // The system's sound, but not the voices of the call, which would echo.
      const [options] = asked;
      assert.nestedPropertyVal(options, 'audio.restrictOwnAudio', true);
      assert.nestedPropertyVal(options, 'systemAudio', 'include');
      await until('b sees the screen', () => other(b)?.screenStream);
      await untilFramesFlow(other(b)?.screenStream ?? null);
      assert.equal(other(b)?.media.camera, true);

      const [screen] = a.snapshot.media.screenStream?.getVideoTracks() ?? [];
      screen?.stop();
      screen?.dispatchEvent(new Event('ended'));
      await until('b sees it no more', () => other(b)?.media.screen === false);
      assert.equal(other(b)?.screenStream, null);
      assert.equal(a.snapshot.media.screen.status, 'off');
    });

    it('joins with sound when the camera is denied, and without either', async () => {
      devices.refuse('video', 'NotAllowedError');
      const server = serverFor(2);
      const failures: string[] = [];
      const a = newSession(server);
      a.onFailure(({ code }) => failures.push(code));
      await a.enter({ code: 'code-1' });
      await until('the camera has failed', () => a.snapshot.media.camera.status === 'failed');
      await until('the microphone is on', () => a.snapshot.media.microphone.status === 'on');
      assert.deepEqual(failures, ['permission-denied']);
      assert.equal(await codeOf(a.setCameraEnabled(true)), 'permission-denied');
      await a.join();

      devices.answer = () => Promise.reject(new DOMException('', 'NotFoundError'));
      const b = await joined(server, 'code-2');
      await untilLinked(b);
      assert.deepInclude(other(b)?.media, { microphone: true, camera: false });
      assert.deepInclude(other(a)?.media, { microphone: false, camera: false });
    });

    it('waits for the person to agree, where the interface explains first', async () => {
      const server = serverFor(2);
      const session = newSession(server, { mediaInLobby: false });
      await session.enter({ code: 'code-1' });
      await session.setCameraEnabled(false);
      assert.isEmpty(devices.requests);
      await session.startMedia();
      assert.equal(session.snapshot.media.microphone.status, 'on');
      assert.equal(session.snapshot.media.camera.status, 'off');
      assert.lengthOf(devices.requests, 1);
      // Asked once, there is nothing to explain a second time.
      await session.leave();
      await session.enter({ code: 'code-1' });
      await until('it is on', () => session.snapshot.media.microphone.status === 'on');

      const hasty = newSession(server, { mediaInLobby: false });
      await hasty.enter({ code: 'code-2' });
      await hasty.join();
      await until('the camera is on', () => hasty.snapshot.media.camera.status === 'on');
      await until('the microphone is on', () => hasty.snapshot.media.microphone.status === 'on');
    });

    it('captures nothing of an observer', async () => {
      const session = await joined(serverFor(1, { role: 'observer' }), 'code-1');
      assert.equal(await codeOf(session.setMicrophoneEnabled(true)), 'forbidden');
      assert.equal(await codeOf(session.startMedia()), 'forbidden');
      assert.isEmpty(devices.requests);
    });

    it('measures the own voice and the voice of others', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await untilLinked(b);
      await until('a meter moves', () => a.audioLevel('self') > 0);
      const audio = new Audio();
      audio.srcObject = other(b)?.stream ?? null;
      await audio.play();
      await until('the other meter moves', () => b.audioLevel(other(b)?.id ?? '') > 0);
      await a.setMicrophoneEnabled(false);
      assert.equal(a.audioLevel('self'), 0);
      assert.equal(a.audioLevel('nobody'), 0);
    });
  });
});
