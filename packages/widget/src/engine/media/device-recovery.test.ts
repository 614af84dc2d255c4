import { assert } from 'chai';
import type { RendevError } from '../rendev-error.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { endTrack, FakeDevices, withhold } from '../testing/fake-devices.ts';
import { FakePermissions } from '../testing/fake-permissions.ts';
import { codeOf } from '../testing/people.ts';
import { until } from '../testing/until.ts';
import { DeviceCapture } from './device-capture.ts';

const [FIRST_CAMERA, SECOND_CAMERA] = ['fake_device_0', 'fake_device_1'];
const SECOND_MICROPHONE = 'Fake Audio Input 2';

describe('DeviceCapture', () => {
  let devices: FakeDevices;
  let permissions: FakePermissions;
  let clock: FakeClock;
  let microphone: DeviceCapture;
  let camera: DeviceCapture;
  let failures: string[];

  beforeEach(() => {
    devices = new FakeDevices();
    permissions = new FakePermissions();
    clock = new FakeClock(0);
    failures = [];
    const port = {
      changed: () => undefined,
      failed: ({ code }: RendevError) => failures.push(code),
    };
    microphone = new DeviceCapture('microphone', null, port, clock);
    camera = new DeviceCapture('camera', null, port, clock);
  });

  afterEach(() => {
    microphone.stop();
    camera.stop();
    devices.restore();
    permissions.restore();
  });

  const wake = async (capture: DeviceCapture) =>
    capture.wake(await navigator.mediaDevices.enumerateDevices());
  const used = (capture: DeviceCapture) => capture.outgoing?.label;
  /** On with a device that was chosen, and then pulled out. */
  const unplugChosen = async (capture: DeviceCapture, label: string) => {
    await capture.select(await devices.idOf(label));
    await capture.enable();
    assert.equal(used(capture), label);
    devices.unplug(label);
    await until('another stands in', () => capture.outgoing);
    assert.notEqual(used(capture), label);
  };

  describe('when the chosen device is pulled out', () => {
    it('returns to it as soon as it is back', async () => {
      await unplugChosen(camera, SECOND_CAMERA);
      await wake(camera);
      assert.equal(used(camera), FIRST_CAMERA);
      devices.plugIn(SECOND_CAMERA);
      await wake(camera);
      assert.equal(used(camera), SECOND_CAMERA);
      assert.lengthOf(devices.live, 1);
      assert.isEmpty(failures);
    });

    it('stays off with a camera that was turned off, and takes it the next time', async () => {
      await unplugChosen(camera, SECOND_CAMERA);
      camera.disable();
      devices.plugIn(SECOND_CAMERA);
      await wake(camera);
      assert.equal(camera.view.status, 'off');
      assert.isEmpty(devices.live);
      await camera.enable();
      assert.equal(used(camera), SECOND_CAMERA);
    });

    it('stays muted with a muted microphone, and takes it the next time', async () => {
      await unplugChosen(microphone, SECOND_MICROPHONE);
      microphone.disable();
      devices.plugIn(SECOND_MICROPHONE);
      await wake(microphone);
      assert.equal(microphone.view.status, 'off');
      assert.equal(microphone.view.deviceId, await devices.idOf(SECOND_MICROPHONE));
      assert.isNull(microphone.outgoing);
      await microphone.enable();
      assert.equal(used(microphone), SECOND_MICROPHONE);
    });

    it('goes on with the one that stands in while it cannot be had', async () => {
      await unplugChosen(camera, SECOND_CAMERA);
      const standIn = camera.outgoing;
      devices.plugIn(SECOND_CAMERA);
      devices.occupy(SECOND_CAMERA);
      await wake(camera);
      assert.equal(camera.outgoing, standIn);
      assert.equal(standIn?.readyState, 'live');
      assert.isEmpty(failures);
    });

    it('survives being pulled out again and again', async () => {
      await unplugChosen(camera, SECOND_CAMERA);
      for (let round = 0; round < 3; round += 1) {
        devices.plugIn(SECOND_CAMERA);
        await wake(camera);
        assert.equal(used(camera), SECOND_CAMERA);
        devices.unplug(SECOND_CAMERA);
        await until('the other stands in', () => used(camera) === FIRST_CAMERA);
      }
      assert.isEmpty(failures);
    });
  });

  it('does not change to a device that nobody chose', async () => {
    devices.unplug(SECOND_CAMERA);
    await camera.enable();
    const { outgoing } = camera;
    devices.plugIn(SECOND_CAMERA);
    await wake(camera);
    assert.equal(camera.outgoing, outgoing);
    assert.lengthOf(devices.requests, 1);
  });

  describe('when another program holds the device', () => {
    it('takes another of the kind', async () => {
      devices.occupy(SECOND_CAMERA);
      await camera.select(await devices.idOf(SECOND_CAMERA));
      await camera.enable();
      assert.equal(used(camera), FIRST_CAMERA);
    });

    it('takes another where the default is held', async () => {
      devices.occupy(FIRST_CAMERA);
      await camera.enable();
      assert.equal(used(camera), SECOND_CAMERA);
    });

    it('keeps the old one when the person changes to it, and says so', async () => {
      await camera.enable();
      devices.occupy(SECOND_CAMERA);
      assert.equal(await codeOf(camera.select(await devices.idOf(SECOND_CAMERA))), 'in-use');
      assert.include(camera.view, { status: 'on', error: null });
      assert.equal(used(camera), FIRST_CAMERA);
      assert.lengthOf(devices.live, 1);
    });

    it('searches no further once it is turned off', async () => {
      devices.answer = () => {
        camera.disable();
        return Promise.reject(new DOMException('', 'NotReadableError'));
      };
      assert.equal(await codeOf(camera.enable()), 'aborted');
      assert.lengthOf(devices.requests, 1);
      assert.isEmpty(devices.live);
      assert.equal(camera.view.status, 'off');
    });

    it('tries again when there is news, if it is still wished on', async () => {
      devices.refuse('video', 'NotReadableError');
      assert.equal(await codeOf(camera.enable()), 'in-use');
      await wake(camera);
      assert.include(camera.view, { status: 'failed', error: 'in-use' });
      devices.answer = (constraints, real) => real(constraints);
      await wake(camera);
      assert.equal(camera.view.status, 'on');
      assert.isEmpty(failures);

      devices.refuse('video', 'NotReadableError');
      camera.disable();
      assert.equal(await codeOf(camera.enable()), 'in-use');
      camera.disable();
      devices.answer = (constraints, real) => real(constraints);
      await wake(camera);
      assert.equal(camera.view.status, 'off');
      assert.isEmpty(devices.live);
    });

    it('takes the device that the person chooses instead of a failed one', async () => {
      devices.refuse('video', 'NotReadableError');
      assert.equal(await codeOf(camera.enable()), 'in-use');
      devices.answer = (constraints, real) => real(constraints);
      await camera.select(await devices.idOf(SECOND_CAMERA));
      assert.equal(used(camera), SECOND_CAMERA);
    });
  });

  describe('when the permission is taken back', () => {
    it('tells it once, and asks for nothing', async () => {
      await camera.enable();
      devices.refuse('video', 'NotAllowedError');
      permissions.set('camera', 'denied');
      endTrack(devices.live[0]);
      await until('it has failed', () => camera.view.status === 'failed');
      assert.equal(camera.view.error, 'permission-denied');
      const asked = devices.requests.length;
      await wake(camera);
      assert.deepEqual(failures, ['permission-denied']);
      assert.lengthOf(devices.requests, asked);
    });

    it('is back when it is granted', async () => {
      devices.refuse('audio', 'NotAllowedError');
      permissions.set('microphone', 'prompt');
      assert.equal(await codeOf(microphone.enable()), 'permission-denied');
      devices.answer = (constraints, real) => real(constraints);
      await wake(microphone);
      assert.equal(microphone.view.status, 'failed');
      permissions.set('microphone', 'granted');
      await wake(microphone);
      assert.equal(microphone.view.status, 'on');
    });
  });

  describe('when the system withholds sound or picture', () => {
    it('is interrupted after 5 s, and back with the sound', async () => {
      await microphone.enable();
      const track = microphone.captured;
      withhold(track ?? undefined, true);
      await clock.advance(4_999);
      assert.equal(microphone.view.status, 'on');
      await clock.advance(1);
      assert.equal(microphone.view.status, 'interrupted');
      assert.equal(microphone.outgoing, track);
      withhold(track ?? undefined, false);
      assert.equal(microphone.view.status, 'on');
    });

    it('tells nothing of a short silence', async () => {
      await microphone.enable();
      withhold(microphone.captured ?? undefined, true);
      await clock.advance(3_000);
      withhold(microphone.captured ?? undefined, false);
      await clock.advance(10_000);
      assert.equal(microphone.view.status, 'on');
      assert.isNull(clock.nextIn);
    });

    it('stays off when it is turned off meanwhile', async () => {
      await microphone.enable();
      const track = microphone.captured ?? undefined;
      withhold(track, true);
      microphone.disable();
      await clock.advance(5_000);
      assert.equal(microphone.view.status, 'off');
      await microphone.enable();
      assert.equal(microphone.view.status, 'interrupted');
      microphone.disable();
      withhold(track, false);
      assert.equal(microphone.view.status, 'off');
    });

    it('forgets it with another device', async () => {
      await camera.enable();
      withhold(camera.captured ?? undefined, true);
      await clock.advance(5_000);
      await camera.select(await devices.idOf(SECOND_CAMERA));
      assert.equal(camera.view.status, 'on');
      await clock.advance(5_000);
      assert.equal(camera.view.status, 'on');
    });

    it('captures again what ended while the page slept', async () => {
      await camera.enable();
      camera.captured?.stop();
      await wake(camera);
      await until('there is a live track', () => camera.outgoing?.readyState === 'live');
      assert.isEmpty(failures);
    });
  });
});
