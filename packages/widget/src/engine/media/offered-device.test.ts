import { assert } from 'chai';
import type { DeviceLists } from './devices.ts';
import { offerAmong, speakerOf, type DeviceUse } from './offered-device.ts';

const KINDS = {
  microphones: 'audioinput',
  cameras: 'videoinput',
  speakers: 'audiooutput',
} as const;

/** Devices by list, each as `id` or `id@group`; the label is the id in capitals. */
function lists(ids: Partial<Record<keyof DeviceLists, string[]>>): DeviceLists {
  const of = (list: keyof DeviceLists): MediaDeviceInfo[] =>
    (ids[list] ?? []).map((text) => {
      const [deviceId = '', groupId = ''] = text.split('@');
      const device = { kind: KINDS[list], deviceId, groupId, label: deviceId.toUpperCase() };
      return { ...device, toJSON: () => device };
    });
  return { microphones: of('microphones'), cameras: of('cameras'), speakers: of('speakers') };
}

const use = (change: Partial<Omit<DeviceUse, 'isTaken'>> = {}, ...taken: string[]): DeviceUse => ({
  microphone: true,
  camera: true,
  ...change,
  isTaken: (id) => taken.includes(id),
});

describe('offerAmong', () => {
  const before = lists({
    microphones: ['default@built-in', 'mic@built-in'],
    cameras: ['cam'],
    speakers: ['default@built-in', 'out@built-in'],
  });
  const plug = (ids: Partial<Record<keyof DeviceLists, string[]>>): DeviceLists => {
    const come = lists(ids);
    return {
      microphones: [...before.microphones, ...come.microphones],
      cameras: [...before.cameras, ...come.cameras],
      speakers: [...before.speakers, ...come.speakers],
    };
  };
  const headset = { microphones: ['head-in@head'], speakers: ['head-out@head'] };

  it('offers nothing while nothing comes, or something goes', () => {
    assert.isNull(offerAmong(before, before, use()));
    assert.isNull(offerAmong(plug(headset), before, use()));
  });

  it('offers a headset once, as a microphone', () => {
    const now = plug(headset);
    const offered = offerAmong(before, now, use());
    assert.deepEqual(offered, { kind: 'microphone', deviceId: 'head-in', label: 'HEAD-IN' });
    assert.equal(offered && speakerOf(offered, now), 'head-out');
  });

  it('offers a headset to a muted person too', () => {
    const offered = offerAmong(before, plug(headset), use({ microphone: false }));
    assert.equal(offered?.deviceId, 'head-in');
  });

  it('offers a headset whose halves come one after the other as one', () => {
    const { microphones, speakers } = headset;
    const all = plug(headset);
    assert.equal(offerAmong(plug({ microphones }), all, use())?.deviceId, 'head-in');
    assert.equal(offerAmong(plug({ speakers }), all, use())?.deviceId, 'head-in');
  });

  it('offers the sound of a headset whose microphone is in use', () => {
    const offered = offerAmong(before, plug(headset), use({}, 'head-in'));
    assert.include(offered, { kind: 'speaker', deviceId: 'head-out' });
  });

  it('offers microphones and cameras only while they are on, speakers always', () => {
    const off = use({ microphone: false, camera: false });
    const come = (list: keyof DeviceLists) => plug({ [list]: ['new'] });
    assert.equal(offerAmong(before, come('microphones'), use())?.kind, 'microphone');
    assert.equal(offerAmong(before, come('cameras'), use())?.kind, 'camera');
    assert.equal(offerAmong(before, come('speakers'), use())?.kind, 'speaker');
    assert.isNull(offerAmong(before, come('microphones'), off));
    assert.isNull(offerAmong(before, come('cameras'), off));
    assert.equal(offerAmong(before, come('speakers'), off)?.kind, 'speaker');
  });

  it('offers the camera of a webcam with a microphone', () => {
    const now = plug({ microphones: ['web-in@web'], cameras: ['web@web'] });
    const offered = offerAmong(before, now, use());
    assert.include(offered, { kind: 'camera', deviceId: 'web' });
    assert.isNull(offered && speakerOf(offered, now));
  });

  it('offers no alias, nothing without a name and nothing that is in use', () => {
    assert.isNull(offerAmong(before, plug({ speakers: ['communications@head'] }), use()));
    assert.isNull(offerAmong(before, plug({ cameras: ['new'] }), use({}, 'new')));
    const now = plug({ cameras: ['new'] });
    const nameless = {
      ...now,
      cameras: now.cameras.map((one) => Object.assign({}, one, { label: '' })),
    };
    assert.isNull(offerAmong(before, nameless, use()));
  });

  it('takes what the permission has disclosed for nothing new', () => {
    assert.isNull(offerAmong(lists({}), before, use()));
  });
});
