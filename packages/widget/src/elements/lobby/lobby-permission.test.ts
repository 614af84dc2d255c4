import { assert } from 'chai';
import { FakePermissions } from '../../engine/testing/fake-permissions.ts';
import {
  type TestInterview,
  deep,
  deepAll,
  deepText,
  mount,
  settled,
  show,
  unmountAll,
  until,
} from '../testing/mount.ts';
import { device, emptySnapshot, interview, lobby, media } from '../testing/snapshots.ts';

const ALLOW = '마이크와 카메라 허용하기';
const WITHOUT = '마이크와 카메라 없이 입장하기';

let element: TestInterview;

async function open(
  permission: PermissionState,
  change: Parameters<typeof lobby>[0] = {},
  attributes: Record<string, string> = {},
) {
  element = await mount({ permission, attributes });
  await show(element, emptySnapshot({ state: lobby(change), interview: interview() }));
  await settled(element);
}

const intents = () => element.double.intents.map(([name]) => name);
const explains = () => deepAll(element, '.why').length > 0;
const press = (label: string) => {
  const button = deepAll(element, 'button').find((one) => one.textContent.trim() === label);
  if (!button) throw new Error(`no button ${label}`);
  button.click();
};

describe('the permission for microphone and camera', () => {
  afterEach(unmountAll);

  it('is explained before the browser asks, and nothing is captured until then', async () => {
    await open('prompt');
    await until(explains);
    assert.include(deepText(element), '언제든 끌 수 있어요.');
    assert.notInclude(intents(), 'startMedia');
    assert.isEmpty(
      deepAll(element, '.primary').filter((button) => button.textContent.trim() !== ALLOW),
    );
    press(ALLOW);
    await settled(element);
    assert.include(intents(), 'startMedia');
    assert.isFalse(explains());
    assert.isAbove(deepAll(element, 'select').length, 0, 'the devices are shown');
    assert.isTrue(deep(element, 'h2').matches(':focus'), 'the focus is not lost with the button');
  });

  it('is not asked of who joins without', async () => {
    await open('prompt');
    await until(explains);
    press(WITHOUT);
    await settled(element);
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
    assert.deepEqual(element.double.last('setCameraEnabled'), [false]);
    assert.isDefined(element.double.last('join'));
    assert.isBelow(intents().indexOf('setCameraEnabled'), intents().indexOf('startMedia'));
  });

  it('still needs a name to join without', async () => {
    await open('prompt', { personName: null, nameFixed: false });
    await until(explains);
    press(WITHOUT);
    await settled(element);
    assert.notInclude(intents(), 'join');
    assert.notInclude(intents(), 'setCameraEnabled');
  });

  for (const state of ['granted', 'denied'] as const) {
    it(`is not explained where it is ${state}: the devices start, or say why not`, async () => {
      await open(state);
      await until(() => intents().includes('startMedia'));
      await settled(element);
      assert.isFalse(explains());
    });
  }

  it('starts by itself when it is granted in the browser meanwhile', async () => {
    element = await mount();
    const permissions = new FakePermissions();
    try {
      for (const kind of ['microphone', 'camera'] as const) permissions.set(kind, 'prompt');
      await show(element, emptySnapshot({ state: lobby(), interview: interview() }));
      await until(explains);
      permissions.set('microphone', 'granted');
      await settled(element);
      assert.notInclude(intents(), 'startMedia', 'the camera would still be asked for');
      permissions.set('camera', 'granted');
      await until(() => intents().includes('startMedia'));
    } finally {
      permissions.restore();
    }
  });

  it('asks for no more than the host wants on', async () => {
    await open('prompt', {}, { camera: 'off' });
    await until(explains);
    assert.include(deepText(element), '마이크 허용하기');
    assert.notInclude(deepText(element), ALLOW);
    unmountAll();
    await open('prompt', {}, { camera: 'off', microphone: 'off' });
    await until(() => intents().includes('startMedia'));
    assert.isFalse(explains());
  });

  it('is not asked of an observer, who has no devices to choose but the speaker', async () => {
    await open('prompt', { role: 'observer' });
    await until(() => deepText(element).includes('참관자는 보고 들을 수만 있습니다.'));
    assert.isFalse(explains());
    assert.isEmpty(deepAll(element, '#microphone, #camera, .toggle'));
  });

  it('is refused by the system where the browser has it', async () => {
    await open('granted');
    const camera = device({ status: 'failed', error: 'permission-denied' });
    element.double.set({ media: media({ camera }) });
    await settled(element);
    assert.include(deepText(deep(element, '.failure')), '기기 설정에서 브라우저의 카메라 사용을');
    unmountAll();
    await open('denied');
    element.double.set({ media: media({ camera }) });
    await settled(element);
    assert.include(deepText(deep(element, '.failure')), '카메라 사용이 허용되지 않았습니다.');
  });
});
