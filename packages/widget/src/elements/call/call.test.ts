import { assert } from 'chai';
import { deep, deepAll, deepText, settled, show, unmountAll } from '../testing/mount.ts';
import { element, openCall as open } from '../testing/opened.ts';
import {
  chat,
  device,
  inCall,
  interview,
  media,
  participant,
  quality,
  remote,
  sent,
} from '../testing/snapshots.ts';

const hasFocus = (one: Element) => (one.getRootNode() as ShadowRoot).activeElement === one;
const control = (name: string) => deep(element, `[data-control=${name}]`);
const tiles = () => deepAll(element, 'rendev-tile');
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => remote({ id: `remote-${n}`, name: `Person ${n}` }));
const stream = () => document.createElement('canvas').captureStream();

describe('call', () => {
  afterEach(unmountAll);

  it('shows one other large and oneself in the corner', async () => {
    await open();
    const [other, self] = tiles().map((tile) => tile.getBoundingClientRect());
    assert.isAbove(other?.width ?? 0, 700);
    assert.isBelow(self?.width ?? 0, 300);
    assert.closeTo(self?.right ?? 0, other?.right ?? 0, 20);
  });

  for (const count of [2, 3, 4, 5]) {
    for (const width of [320, 1000]) {
      it(`gives ${count + 1} people even tiles at ${width} px`, async () => {
        await open({ participants: people(count) }, { width });
        const stage = deep(element, '.tiles').getBoundingClientRect();
        const boxes = tiles().map((tile) => tile.getBoundingClientRect());
        assert.lengthOf(boxes, count + 1);
        for (const box of boxes) {
          assert.closeTo(
            box.width * box.height,
            (boxes[0]?.width ?? 0) * (boxes[0]?.height ?? 0),
            900,
          );
          assert.isAtLeast(box.left, stage.left - 1);
          assert.isAtMost(box.right, stage.right + 1);
          assert.isAtMost(box.bottom, stage.bottom + 1);
        }
      });
    }
  }

  for (const width of [320, 1000]) {
    it(`gives a shared screen the space and faces a strip at ${width} px`, async () => {
      const [first, ...others] = people(4);
      assert.isDefined(first);
      const sharer = {
        ...first,
        screenStream: stream(),
        media: { microphone: true, camera: true, screen: true },
      };
      await open({ participants: [sharer, ...others] }, { width });
      const [screen, ...faces] = tiles().map((tile) => tile.getBoundingClientRect());
      assert.lengthOf(faces, 5);
      for (const face of faces) {
        assert.isAbove((screen?.width ?? 0) * (screen?.height ?? 0), face.width * face.height * 4);
        const apart = face.left >= (screen?.right ?? 0) || face.top >= (screen?.bottom ?? 0);
        assert.isTrue(apart, 'no face lies over the screen');
      }
    });
  }

  it('does not start a picture anew when the layout changes', async () => {
    await open();
    const before = deep(tiles()[0] ?? element, 'video');
    await show(element, inCall({ participants: [remote(), ...people(2)] }));
    assert.isTrue(deep(tiles()[0] ?? element, 'video') === before);
  });

  it('says that nobody else is here', async () => {
    await open({ participants: [] });
    assert.include(deepText(element), '아직 혼자 있습니다');
  });

  it('turns microphone, camera and screen on and off', async () => {
    await open({ media: media({ microphone: device({ status: 'on' }) }) });
    assert.equal(control('microphone').ariaLabel, '마이크 끄기');
    assert.equal(control('camera').ariaLabel, '카메라 켜기');
    for (const name of ['microphone', 'camera', 'share']) control(name).click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
    assert.deepEqual(element.double.last('setCameraEnabled'), [true]);
    assert.deepEqual(element.double.last('setScreenShareEnabled'), [true]);
  });

  it('hides screen share where the browser has none', async () => {
    await open({ media: media({ canShareScreen: false }) });
    assert.isEmpty(deepAll(element, '[data-control=share]'));
  });

  for (const [part, name] of [
    ['microphone', 'microphone'],
    ['camera', 'camera'],
    ['share', 'share'],
    ['chat', 'chat'],
    ['people', 'people'],
    ['hand', 'hand'],
    ['reactions', 'react'],
    ['more', 'more'],
  ] as const) {
    it(`leaves out ${part} when it is to be hidden`, async () => {
      await open({}, { attributes: { hide: `${part} other` } });
      assert.isEmpty(deepAll(element, `[data-control=${name}]`));
      assert.lengthOf(deepAll(element, '[data-control]'), 7);
    });
  }

  it('leaves out the rest that can be hidden', async () => {
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const hide = 'leave timer quality self-view';
    await open({ interview: interview({ closesAt }) }, { attributes: { hide } });
    for (const selector of ['.leave', 'rendev-remaining', '.quality', 'rendev-tile.self']) {
      assert.isEmpty(deepAll(element, selector));
    }
  });

  it('opens one panel at a time, moves the focus in and back out by Escape', async () => {
    await open();
    control('chat').click();
    await settled(element);
    assert.equal(control('chat').ariaPressed, 'true');
    assert.isTrue(hasFocus(deep(element, 'textarea')));
    control('people').click();
    await settled(element);
    assert.equal(control('chat').ariaPressed, 'false');
    const head = deep(element, 'h3');
    assert.isTrue(hasFocus(head));
    head.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(element);
    const button = control('people');
    assert.equal(button.ariaPressed, 'false');
    assert.isTrue(hasFocus(button));
  });

  it('is beside the stage from 720 px, and over it below', async () => {
    await open();
    await element.toggleChat(true);
    await settled(element);
    const side = deep(element, '.panel').getBoundingClientRect();
    assert.isAtLeast(side.left + 1, deep(element, '.stage').getBoundingClientRect().right);
    unmountAll();
    await open({}, { width: 400 });
    await element.toggleChat(true);
    await settled(element);
    const sheet = deep(element, '.panel').getBoundingClientRect();
    assert.equal(sheet.width, 400);
  });

  it('counts unread messages and waiting people in the names of the buttons', async () => {
    const waiting = remote({ id: 'waiting-1', name: '최은영', admitted: false });
    await open({
      self: participant({ role: 'interviewer' }),
      participants: [remote(), waiting],
      chat: chat({ entries: [sent(1, 'hi')], unread: 1 }),
    });
    assert.equal(control('chat').ariaLabel, '채팅, 읽지 않은 메시지 1개');
    assert.equal(control('people').ariaLabel, '참가자, 승낙을 기다리는 사람 1명');
    assert.lengthOf(tiles(), 2, 'who waits has no tile');
  });

  it('keeps the picture, dimmed, and says that it reconnects', async () => {
    const picture = stream();
    const camera = { microphone: true, camera: true, screen: false };
    await open({ participants: [remote({ stream: picture, media: camera })] });
    await show(
      element,
      inCall({
        state: { name: 'reconnecting', since: 0 },
        participants: [
          remote({
            stream: picture,
            media: camera,
            quality: quality('reconnecting', { reason: 'path-lost' }),
          }),
        ],
      }),
    );
    assert.include(deepText(deep(element, '.notices')), '다시 연결하고 있습니다');
    assert.isTrue(deep(element, 'video', HTMLVideoElement).srcObject === picture);
    assert.isTrue(tiles()[0]?.hasAttribute('dimmed'));
  });

  it('offers to start sound that the browser holds back', async () => {
    await open();
    tiles()[0]?.dispatchEvent(new CustomEvent('sound-blocked'));
    await settled(element);
    const notice = deep(element, '.notice');
    assert.include(deepText(notice), '소리 켜기');
    notice.querySelector('button')?.click();
    await settled(element);
    assert.isEmpty(deepAll(element, '.notice'));
  });

  it('asks before an interviewer mutes', async () => {
    await open();
    element.double.askToMuteFrom('이지우');
    await settled(element);
    assert.include(
      deepText(deep(element, '.notice')),
      '이지우 님이 마이크를 꺼 달라고 요청했습니다.',
    );
    deep(element, '.notice button').click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
  });

  it('tells a failed screen share, but not a picker that was closed', async () => {
    await open({
      media: media({ screen: device({ status: 'failed', error: 'permission-denied' }) }),
    });
    assert.isEmpty(deepAll(element, '.notice'));
    await show(
      element,
      inCall({ media: media({ screen: device({ status: 'failed', error: 'unknown' }) }) }),
    );
    assert.lengthOf(deepAll(element, '.notice'), 1);
  });

  it('shows the remaining time by the clock of the server and warns near the end', async () => {
    const closesAt = new Date(Date.now() + 90 * 60_000).toISOString();
    await open({ interview: interview({ closesAt }) });
    assert.include(deepText(deep(element, 'rendev-remaining')), '1시간 30분 남음');
    await show(
      element,
      inCall({ interview: interview({ closesAt }), clockOffsetMs: 82 * 60_000 + 500 }),
    );
    assert.match(deepText(deep(element, 'rendev-remaining')), /^(8:00|7:5\d) 남음$/);
    assert.isNotEmpty(deepAll(element, '.soon'));
  });

  for (const [level, words] of [
    ['good', '연결 좋음'],
    ['weak', '연결 약함'],
    ['reconnecting', '다시 연결 중'],
    ['lost', '연결 안 됨'],
    ['unknown', '연결하는 중'],
  ] as const) {
    it(`says the worst line: ${level}`, async () => {
      const worst = remote({ quality: quality(level) });
      await open({ participants: [remote({ id: 'remote-2' }), worst] });
      assert.equal(deepText(deep(element, '.quality')), words);
    });
  }

  for (const width of [280, 320, 360, 480, 640, 1000]) {
    it(`fits every control at ${width} px, large enough for a thumb`, async () => {
      await open({}, { width });
      const frame = element.getBoundingClientRect();
      const shown = deepAll(element, '.control').filter((one) => one.checkVisibility());
      const boxes = shown.map((button) => button.getBoundingClientRect());
      assert.isAtLeast(boxes.length, 6);
      for (const [at, box] of boxes.entries()) {
        assert.isAtLeast(box.left, boxes[at - 1]?.right ?? frame.left);
        assert.isAtMost(box.right, frame.right);
        assert.isAtLeast(box.height, 44);
        assert.isAtLeast(box.width, 44);
      }
    });
  }
});
