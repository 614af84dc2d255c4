import { assert } from 'chai';
import type { RendevError } from '../rendev-error.ts';
import { endTrack, FakeDevices } from '../testing/fake-devices.ts';
import { until } from '../testing/until.ts';
import { DeviceCapture } from './device-capture.ts';

describe('DeviceCapture', () => {
  let devices: FakeDevices;
  let microphone: DeviceCapture;
  let camera: DeviceCapture;
  let failures: string[];

  beforeEach(() => {
    devices = new FakeDevices();
    failures = [];
    const port = {
      changed: () => undefined,
      failed: ({ code }: RendevError) => failures.push(code),
    };
    microphone = new DeviceCapture('microphone', null, port);
    camera = new DeviceCapture('camera', null, port);
  });

  afterEach(() => {
    microphone.stop();
    camera.stop();
    devices.restore();
  });

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => (error as RendevError).code,
    );
  const requestedId = () => {
    const video = devices.requests.at(-1)?.video as MediaTrackConstraints | undefined;
    return (video?.deviceId as ConstrainDOMStringParameters | undefined)?.exact;
  };

  it('releases the camera when it is turned off', async () => {
    await camera.enable();
    assert.equal(camera.view.status, 'on');
    assert.lengthOf(devices.live, 1);
    camera.disable();
    assert.equal(camera.view.status, 'off');
    assert.isEmpty(devices.live);
    await camera.enable();
    assert.lengthOf(devices.live, 1);
  });

  it('keeps a muted microphone at hand, silent and not to be sent', async () => {
    await microphone.enable();
    microphone.disable();
    assert.equal(microphone.outgoing, null);
    assert.isFalse(microphone.captured?.enabled);
    await microphone.enable();
    assert.lengthOf(devices.requests, 1);
    assert.isTrue(microphone.outgoing?.enabled);
  });

  it('stops what arrives after it was turned off', async () => {
    const pending = codeOf(camera.enable());
    assert.equal(camera.view.status, 'starting');
    camera.disable();
    assert.equal(await pending, 'aborted');
    assert.lengthOf(devices.tracks, 1);
    assert.isEmpty(devices.live);
    assert.equal(camera.view.status, 'off');
  });

  it('asks once when it is turned on twice', async () => {
    await Promise.all([camera.enable(), camera.enable()]);
    assert.lengthOf(devices.requests, 1);
  });

  const failing = [
    ['NotAllowedError', 'permission-denied'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['NotFoundError', 'device-not-found'],
    ['OverconstrainedError', 'constraints'],
    ['SomethingElse', 'unknown'],
  ] as const;
  for (const [name, code] of failing) {
    it(`tells ${name} as ${code}, and can be tried again`, async () => {
      devices.refuse('video', name);
      assert.equal(await codeOf(camera.enable()), code);
      assert.deepEqual(camera.view, { status: 'failed', error: code, deviceId: null });
      devices.answer = (constraints, real) => real(constraints);
      await camera.enable();
      assert.include(camera.view, { status: 'on', error: null });
    });
  }

  it('changes the device while on, and stops the old one', async () => {
    await camera.enable();
    const [first] = devices.tracks;
    const other = await otherCamera(camera.view.deviceId);
    await camera.select(other);
    assert.equal(camera.view.deviceId, other);
    assert.equal(first?.readyState, 'ended');
    assert.lengthOf(devices.live, 1);
  });

  it('never turns on by choosing', async () => {
    await camera.enable();
    const other = await otherCamera(camera.view.deviceId);
    camera.disable();
    await camera.select(other);
    assert.include(camera.view, { status: 'off', deviceId: other });
    assert.isEmpty(devices.live);
    await camera.enable();
    assert.equal(requestedId(), other);
  });

  it('takes the default where the chosen device is gone', async () => {
    await camera.select('device-of-yesterday');
    await camera.enable();
    assert.equal(camera.view.status, 'on');
    assert.notEqual(camera.view.deviceId, 'device-of-yesterday');
    assert.lengthOf(devices.requests, 2);
  });

  it('goes on with the old device when the new one fails', async () => {
    await camera.enable();
    const { deviceId } = camera.view;
    const other = await otherCamera(deviceId);
    devices.refuse('video', 'NotAllowedError');
    assert.equal(await codeOf(camera.select(other)), 'permission-denied');
    assert.deepEqual(camera.view, { status: 'on', error: null, deviceId });
    assert.lengthOf(devices.live, 1);
  });

  it('lets go of the old camera where a phone opens only one', async () => {
    await camera.enable();
    const other = await otherCamera(camera.view.deviceId);
    devices.answer = (constraints, real) =>
      devices.live.length > 0
        ? Promise.reject(new DOMException('', 'NotReadableError'))
        : real(constraints);
    await camera.select(other);
    assert.include(camera.view, { status: 'on', deviceId: other });
  });

  it('falls back to the default once when the device is pulled out', async () => {
    await camera.enable();
    endTrack(devices.live[0]);
    await until('another device is used', () => camera.view.status === 'on');
    assert.lengthOf(devices.requests, 2);
    assert.isEmpty(failures);
    endTrack(devices.live[0]);
    assert.include(camera.view, { status: 'failed', error: 'device-not-found' });
    assert.deepEqual(failures, ['device-not-found']);
    assert.isEmpty(devices.live);
  });

  it('tells when there is nothing to fall back to', async () => {
    await microphone.enable();
    devices.refuse('audio', 'NotFoundError');
    endTrack(devices.live[0]);
    await until('it has failed', () => microphone.view.status === 'failed');
    assert.deepEqual(failures, ['device-not-found']);
  });

  async function otherCamera(deviceId: string | null): Promise<string> {
    const all = await navigator.mediaDevices.enumerateDevices();
    const other = all.find(
      (device) => device.kind === 'videoinput' && device.deviceId !== deviceId,
    );
    if (!other) throw new Error('There is only one camera');
    return other.deviceId;
  }
});
