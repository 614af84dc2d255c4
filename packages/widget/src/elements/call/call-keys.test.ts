import { assert } from 'chai';
import { deep, deepAll, deepText, settled, show, unmountAll } from '../testing/mount.ts';
import { element, openCall } from '../testing/opened.ts';
import { device, inCall, media, participant } from '../testing/snapshots.ts';

const open = (change: Parameters<typeof openCall>[0] = {}, attributes = {}) =>
  openCall(change, { attributes });

const stage = () => deep(element, '.stage');
const intents = () => element.double.intents.map(([name, ...args]) => `${name} ${args.join()}`);
const spoken = () => deepText(deep(element, '[aria-live]'));
const setting = (name: string) => deep(element, `[data-setting=${name}]`);

async function press(
  code: string,
  change: KeyboardEventInit = {},
  target = stage(),
): Promise<boolean> {
  const init = { code, key: code, bubbles: true, composed: true, cancelable: true, ...change };
  const taken = !target.dispatchEvent(new KeyboardEvent('keydown', init));
  await settled(element);
  return taken;
}

const letGo = () => window.dispatchEvent(new KeyboardEvent('keyup', { code: 'Space' }));

async function usePushToTalk(): Promise<void> {
  element.panel = 'shortcuts';
  await settled(element);
  setting('push-to-talk').click();
  element.panel = null;
  await settled(element);
}

describe('keys of a call', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('work microphone, camera, screen and hand', async () => {
    await open({ media: media({ microphone: device({ status: 'on' }) }) });
    for (const code of ['KeyM', 'KeyV', 'KeyS', 'KeyH']) assert.isTrue(await press(code));
    assert.includeMembers(intents(), [
      'setMicrophoneEnabled false',
      'setCameraEnabled true',
      'setScreenShareEnabled true',
      'setHandRaised true',
    ]);
  });

  it('go by the place of the key, so that Hangul mode does not matter', async () => {
    await open();
    for (const key of ['ㅡ', 'Process']) assert.isTrue(await press('KeyM', { key }));
    assert.lengthOf(intents(), 2);
  });

  it('open and close the panels, and the list of keys', async () => {
    await open();
    for (const [code, panel] of [
      ['KeyC', 'chat'],
      ['KeyP', 'people'],
      ['Slash', 'shortcuts'],
    ] as const) {
      await press(code);
      assert.equal(element.panel, panel);
    }
    assert.include(deepText(deep(element, '.panel')), '마이크 켜고 끄기');
    await press('Digit3', { key: '?', shiftKey: true });
    assert.isNull(element.panel);
  });

  it('change the layout, and say so', async () => {
    await open();
    await press('KeyL');
    assert.equal(spoken(), '화면 배치를 바꿨습니다. 나란히');
    await press('KeyL');
    assert.equal(spoken(), '화면 배치를 바꿨습니다. 말하는 사람 크게');
  });

  it('are none while the person writes, composes, holds another key, or repeats', async () => {
    await open();
    element.panel = 'chat';
    await settled(element);
    assert.isFalse(await press('KeyM', {}, deep(element, 'textarea')));
    for (const change of [
      { isComposing: true },
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { shiftKey: true },
      { repeat: true },
    ]) {
      assert.isFalse(await press('KeyM', change));
    }
    assert.isUndefined(element.double.last('setMicrophoneEnabled'));
  });

  it('are none for what the host leaves out', async () => {
    await open({}, { hide: 'camera hand' });
    for (const code of ['KeyV', 'KeyH']) assert.isFalse(await press(code));
  });

  it('are heard only with the focus within', async () => {
    await open();
    const key = { code: 'KeyM', key: 'm', bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    assert.isUndefined(element.double.last('setMicrophoneEnabled'));
  });

  it('are told with the names of the buttons, and can be turned off for good', async () => {
    await open();
    const microphone = () => deep(element, '[data-control=microphone]');
    assert.equal(microphone().getAttribute('aria-keyshortcuts'), 'M');
    await press('Slash');
    setting('use-shortcuts').click();
    await settled(element);
    assert.equal(setting('use-shortcuts').ariaChecked, 'false');
    assert.isFalse(microphone().hasAttribute('aria-keyshortcuts'));
    unmountAll();
    await open();
    assert.isFalse(await press('KeyM'));
  });

  describe('push to talk', () => {
    it('is off until the person asks for it', async () => {
      await open({ media: media() });
      assert.isFalse(await press('Space'));
      assert.isUndefined(element.double.last('setMicrophoneEnabled'));
    });

    it('speaks while the space bar is held', async () => {
      await open({ media: media() });
      await usePushToTalk();
      assert.isTrue(await press('Space'));
      assert.deepEqual(element.double.last('setMicrophoneEnabled'), [true]);
      await show(element, inCall());
      assert.isTrue(await press('Space', { repeat: true }), 'the panel does not scroll');
      letGo();
      assert.deepEqual(
        intents().filter((intent) => intent.startsWith('setMicrophone')),
        ['setMicrophoneEnabled true', 'setMicrophoneEnabled false'],
      );
    });

    it('ends when the page cannot see the key any more', async () => {
      for (const leave of [
        () => window.dispatchEvent(new Event('blur')),
        () => {
          unmountAll();
        },
      ]) {
        await open({ media: media() });
        await usePushToTalk();
        const { double } = element;
        await press('Space');
        leave();
        assert.deepEqual(double.last('setMicrophoneEnabled'), [false]);
        unmountAll();
        localStorage.clear();
      }
    });

    it('never speaks from a button, a field, or with the microphone on', async () => {
      await open({ media: media(), self: participant({ role: 'interviewer' }) });
      await usePushToTalk();
      element.panel = 'chat';
      await settled(element);
      const targets = [
        deep(element, '[data-control=camera]'),
        deep(element, 'textarea'),
        ...deepAll(element, '[data-opens=statistics]'),
      ];
      for (const target of targets) assert.isFalse(await press('Space', {}, target));
      await show(element, inCall());
      assert.isFalse(await press('Space'));
      assert.isUndefined(element.double.last('setMicrophoneEnabled'));
    });
  });
});
