import { assert } from 'chai';
import type { RendevError } from '../rendev-error.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeDevices, withhold } from '../testing/fake-devices.ts';
import { FakePermissions } from '../testing/fake-permissions.ts';
import { until } from '../testing/until.ts';
import { LocalMediaSource } from './local-media.ts';

const MICROPHONE = 'Fake Audio Input 2';
const SPEAKER = 'Fake Audio Output 2';
const HEADSET = [MICROPHONE, SPEAKER];
const CAMERA = 'fake_device_1';

describe('LocalMediaSource', () => {
  let devices: FakeDevices;
  let permissions: FakePermissions;
  let clock: FakeClock;
  let media: LocalMediaSource;
  let failures: string[];

  beforeEach(() => {
    localStorage.clear();
    devices = new FakeDevices();
    for (const label of HEADSET) devices.groups.set(label, 'headset');
    permissions = new FakePermissions();
    clock = new FakeClock(0);
    failures = [];
    media = newMedia();
  });

  afterEach(() => {
    media.dispose();
    devices.restore();
    permissions.restore();
    localStorage.clear();
  });

  const newMedia = () =>
    new LocalMediaSource(
      { microphone: true, camera: true },
      {
        changed: () => undefined,
        failed: ({ code }: RendevError) => failures.push(code),
      },
      clock,
    );
  const used = (kind: 'microphone' | 'camera') => media.outgoing[kind]?.label;
  const isListed = (label: string) => {
    const { microphones, cameras, speakers } = media.view.devices;
    return [...microphones, ...cameras, ...speakers].some((one) => one.label === label);
  };
  const untilListed = (label: string) => until(`${label} is listed`, () => isListed(label));
  const untilGone = (label: string) => until(`${label} is gone`, () => !isListed(label));

  describe('a new headset', () => {
    beforeEach(async () => {
      devices.unplug(...HEADSET);
      await media.start();
      assert.isNull(media.view.offered);
    });

    it('is offered, and taken as a whole', async () => {
      const { microphone } = media.outgoing;
      devices.plugIn(...HEADSET);
      const offered = await until('it is offered', () => media.view.offered);
      const deviceId = await devices.idOf(MICROPHONE);
      assert.deepEqual(offered, { kind: 'microphone', deviceId, label: MICROPHONE });
      assert.equal(media.outgoing.microphone, microphone);

      await media.useOfferedDevice();
      assert.equal(used('microphone'), MICROPHONE);
      assert.equal(media.view.speakerId, await devices.idOf(SPEAKER));
      assert.isNull(media.view.offered);
      await media.useOfferedDevice();
      assert.equal(used('microphone'), MICROPHONE);
    });

    it('does not un-mute', async () => {
      await media.setMicrophone(false);
      devices.plugIn(...HEADSET);
      await until('it is offered', () => media.view.offered);
      await media.useOfferedDevice();
      assert.equal(media.view.microphone.status, 'off');
      assert.isNull(media.outgoing.microphone);
      await media.setMicrophone(true);
      assert.equal(used('microphone'), MICROPHONE);
    });

    it('is not offered again when it was put away, until it is plugged in again', async () => {
      devices.plugIn(...HEADSET);
      await until('it is offered', () => media.view.offered);
      media.dismissOfferedDevice();
      assert.isNull(media.view.offered);
      devices.unplug(CAMERA);
      await untilGone(CAMERA);
      assert.isNull(media.view.offered);
      devices.unplug(...HEADSET);
      await untilGone(MICROPHONE);
      devices.plugIn(...HEADSET);
      await until('it is offered', () => media.view.offered);
    });

    it('is offered no more when it is gone, chosen, or the call is over', async () => {
      devices.plugIn(...HEADSET);
      await until('it is offered', () => media.view.offered);
      devices.unplug(...HEADSET);
      await until('it is offered no more', () => media.view.offered === null);

      devices.plugIn(...HEADSET);
      await until('it is offered', () => media.view.offered);
      await media.selectMicrophone(await devices.idOf(MICROPHONE));
      assert.isNull(media.view.offered);

      devices.unplug(CAMERA);
      await untilGone(CAMERA);
      devices.plugIn(CAMERA);
      await until('the camera is offered', () => media.view.offered?.kind === 'camera');
      media.stop();
      assert.isNull(media.view.offered);
      devices.unplug(SPEAKER);
      await untilGone(SPEAKER);
      devices.plugIn(SPEAKER);
      await untilListed(SPEAKER);
      assert.isNull(media.view.offered);
    });

    it('keeps the offer when it cannot be taken', async () => {
      devices.plugIn(...HEADSET);
      const offered = await until('it is offered', () => media.view.offered);
      devices.refuse('audio', 'NotAllowedError');
      const failed = await media.useOfferedDevice().catch((error: unknown) => error);
      assert.include(failed, { code: 'permission-denied' });
      assert.deepEqual(media.view.offered, offered);
      assert.equal(media.view.microphone.status, 'on');
    });
  });

  it('returns to the chosen headset and camera when they are back, and offers nothing', async () => {
    await media.start();
    await media.selectMicrophone(await devices.idOf(MICROPHONE));
    await media.selectCamera(await devices.idOf(CAMERA));
    media.selectSpeaker(await devices.idOf(SPEAKER));
    devices.unplug(...HEADSET, CAMERA);
    await until('the defaults stand in', () => used('microphone') && used('camera'));
    await until('the default speaker stands in', () => media.view.speakerId === null);
    devices.plugIn(...HEADSET, CAMERA);
    await until('the microphone is back', () => used('microphone') === MICROPHONE);
    await until('the camera is back', () => used('camera') === CAMERA);
    assert.equal(media.view.speakerId, await devices.idOf(SPEAKER));
    assert.isNull(media.view.offered);
    assert.isEmpty(failures);
  });

  it('uses what was chosen when the page is loaded again', async () => {
    await media.start();
    await media.selectCamera(await devices.idOf(CAMERA));
    media.selectSpeaker(await devices.idOf(SPEAKER));
    media.setLowData(true);
    assert.isTrue(media.view.lowData);
    media.dispose();
    media = newMedia();
    await media.start();
    assert.equal(used('camera'), CAMERA);
    assert.equal(media.view.speakerId, await devices.idOf(SPEAKER));
    assert.isTrue(media.view.lowData);
    media.setLowData(false);
    media.dispose();
    media = newMedia();
    assert.isFalse(media.view.lowData);
  });

  it('goes on with sound when every camera is gone, and shows the picture when one is back', async () => {
    await media.start();
    devices.unplug('fake_device_0', CAMERA);
    await until('the camera has failed', () => media.view.camera.status === 'failed');
    assert.equal(media.view.camera.error, 'device-not-found');
    assert.equal(media.view.microphone.status, 'on');
    assert.deepEqual(failures, ['device-not-found']);
    devices.plugIn(CAMERA);
    await until('the camera is on', () => used('camera') === CAMERA);
    assert.isNull(media.view.offered);
    assert.deepEqual(failures, ['device-not-found']);
  });

  it('tries again when the permission is granted', async () => {
    devices.refuse('video', 'NotAllowedError');
    permissions.set('camera', 'denied');
    await media.start();
    assert.equal(media.view.camera.error, 'permission-denied');
    devices.answer = (constraints, real) => real(constraints);
    permissions.set('camera', 'granted');
    await until('the camera is on', () => media.view.camera.status === 'on');
    assert.deepEqual(failures, ['permission-denied']);
  });

  it('tries again when the page is visible again', async () => {
    await media.start();
    devices.refuse('audio', 'NotReadableError');
    media.outgoing.microphone?.stop();
    document.dispatchEvent(new Event('visibilitychange'));
    await until('the microphone has failed', () => media.view.microphone.status === 'failed');
    devices.answer = (constraints, real) => real(constraints);
    document.dispatchEvent(new Event('visibilitychange'));
    await until('the microphone is on', () => media.view.microphone.status === 'on');
    assert.deepEqual(failures, ['in-use']);
  });

  it('shows the others what is interrupted as off, and keeps the wish', async () => {
    await media.start();
    const { camera } = media.outgoing;
    withhold(camera ?? undefined, true);
    await clock.advance(5_000);
    assert.equal(media.view.camera.status, 'interrupted');
    assert.deepEqual(media.state, { microphone: true, camera: false, screen: false });
    assert.equal(media.outgoing.camera, camera);
    assert.isTrue(media.wishes.camera);
    withhold(camera ?? undefined, false);
    assert.isTrue(media.state.camera);
  });

  it('captures nothing by itself before the start and after the end', async () => {
    devices.unplug(CAMERA);
    devices.plugIn(CAMERA);
    await untilListed(CAMERA);
    await media.start();
    media.stop();
    const asked = devices.requests.length;
    devices.unplug(CAMERA);
    await untilGone(CAMERA);
    devices.plugIn(CAMERA);
    await untilListed(CAMERA);
    assert.lengthOf(devices.requests, asked);
    assert.isEmpty(devices.live);
  });
});
