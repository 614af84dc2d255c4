import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import { deep, deepText, settled, unmountAll } from '../testing/mount.ts';
import { element, open } from '../testing/opened.ts';
import { device, emptySnapshot, interview, lobby, media } from '../testing/snapshots.ts';

const openLobby = (
  change: Parameters<typeof lobby>[0] = {},
  local: Parameters<typeof media>[0] = {},
) => open(emptySnapshot({ state: lobby(change), interview: interview(), media: media(local) }));

const choice = (kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo => ({
  kind,
  deviceId,
  label: `${deviceId} label`,
  groupId: '',
  toJSON: () => ({}),
});

describe('lobby', () => {
  afterEach(unmountAll);

  it('joins by its one button', async () => {
    await openLobby();
    deep(element, 'rendev-lobby').shadowRoot?.querySelector('form')?.requestSubmit();
    assert.isDefined(element.double.last('join'));
  });

  it('asks for a name only where none is fixed, and does not join without', async () => {
    await openLobby({ personName: null, nameFixed: false });
    const name = deep(element, '#name', HTMLInputElement);
    deep(element, 'button[type=submit]').click();
    await settled(element);
    assert.isUndefined(element.double.last('join'));
    assert.include(deepText(element), '이름을 입력해 주세요.');
    name.value = '김민수';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    assert.deepEqual(element.double.last('setName'), ['김민수']);
    element.double.setState(lobby({ personName: '김민수', nameFixed: false }));
    await settled(element);
    deep(element, 'button[type=submit]').click();
    assert.isDefined(element.double.last('join'));
  });

  it('tells who is inside, as text', async () => {
    await openLobby({ inside: [{ name: '<img src=x onerror=alert(1)>', role: 'interviewer' }] });
    assert.include(deepText(element), '<img src=x onerror=alert(1)> 님이 들어와 있습니다.');
    assert.throws(() => deep(element, 'img'));
    element.double.setState(
      lobby({ inside: ['가', '나', '다', '라', '마'].map((name) => ({ name, role: 'observer' })) }),
    );
    await settled(element);
    assert.include(deepText(element), '가, 나, 다 님 외 2명이 들어와 있습니다.');
  });

  it('turns microphone and camera on and off', async () => {
    await openLobby({}, { microphone: device({ status: 'on' }) });
    deep(element, 'button[aria-label="마이크 끄기"]').click();
    deep(element, 'button[aria-label="카메라 켜기"]').click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
    assert.deepEqual(element.double.last('setCameraEnabled'), [true]);
  });

  it('offers the devices and passes the choice on', async () => {
    const devices = {
      microphones: [choice('audioinput', 'one'), choice('audioinput', 'two')],
      cameras: [choice('videoinput', 'cam')],
      speakers: [choice('audiooutput', 'out')],
    };
    await openLobby({}, { devices, microphone: device({ status: 'on', deviceId: 'two' }) });
    const picker = deep(element, '#microphone', HTMLSelectElement);
    assert.equal(picker.value, 'two');
    picker.value = 'one';
    picker.dispatchEvent(new Event('change'));
    assert.deepEqual(element.double.last('selectMicrophone'), ['one']);
    deep(element, '#speaker', HTMLSelectElement).dispatchEvent(new Event('change'));
    assert.deepEqual(element.double.last('selectSpeaker'), ['out']);
  });

  for (const code of [
    'permission-denied',
    'in-use',
    'device-not-found',
    'constraints',
    'insecure-context',
    'blocked-by-policy',
    'unknown',
  ] as const) {
    it(`names ${code} with its remedy, offers to try again, and can be joined`, async () => {
      await openLobby({}, { camera: device({ status: 'failed', error: code }) });
      const alert = deep(element, '.failure');
      assert.match(deepText(alert), /니다\. .+요\. 다시 시도$/);
      alert.querySelector('button')?.click();
      assert.deepEqual(element.double.last('setCameraEnabled'), [true]);
      deep(element, 'button[type=submit]').click();
      assert.isDefined(element.double.last('join'));
    });
  }

  it('switches data saving when it is asked to, and shows it when it is so', async () => {
    await openLobby();
    const control = () => deep(element, '[role=switch]');
    assert.equal(control().ariaChecked, 'false');
    control().click();
    assert.deepEqual(element.double.last('setLowData'), [true]);
    assert.equal(control().ariaChecked, 'false');
    element.double.set({ media: media({ lowData: true }) });
    await settled(element);
    assert.equal(control().ariaChecked, 'true');
    control().click();
    assert.deepEqual(element.double.last('setLowData'), [false]);
  });

  it('says what the system withholds, and that it comes back', async () => {
    await openLobby({}, { microphone: device({ status: 'interrupted' }) });
    const row = deep(element, 'rendev-devices');
    assert.include(deepText(row), '다른 앱이 사용 중');
    assert.include(deepText(row), '저절로 돌아와요.');
    deep(element, 'button[aria-label="마이크 끄기"]').click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
  });

  it('says when it hears a voice', async () => {
    await openLobby({}, { microphone: device({ status: 'on' }) });
    assert.notInclude(deepText(element), '소리가 잘 들어옵니다');
    element.double.level = 0.5;
    await new Promise((resolve) => {
      deep(element, 'rendev-level-meter').addEventListener('heard', resolve);
    });
    await settled(element);
    assert.include(deepText(element), '소리가 잘 들어옵니다');
  });

  it('shows why the room could not be joined', async () => {
    await openLobby({ error: new RendevError('full') });
    assert.include(deepText(element), '정원이 모두 찼습니다.');
  });

  it('stays while joining, and does not join twice', async () => {
    await openLobby();
    element.double.setState({ name: 'joining' });
    await settled(element);
    assert.include(deepText(element), '입장하고 있습니다');
    deep(element, 'button[type=submit]').click();
    assert.isUndefined(element.double.last('join'));
  });

  it('mirrors the preview', async () => {
    await openLobby({}, { camera: device({ status: 'on' }) });
    assert.equal(getComputedStyle(deep(element, 'video')).scale, '-1 1');
    assert.isTrue(deep(element, 'video', HTMLVideoElement).muted);
  });
});
