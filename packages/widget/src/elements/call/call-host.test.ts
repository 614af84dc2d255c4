import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import { deep, deepAll, deepText, settled, show, unmountAll, until } from '../testing/mount.ts';
import { element, openCall } from '../testing/opened.ts';
import { device, inCall, interview, media, participant, remote } from '../testing/snapshots.ts';

const MINUTE_MS = 60_000;
const interviewer = participant({ role: 'interviewer' });
const waiting = remote({ id: 'waiting-1', name: '최은영', role: 'candidate', admitted: false });
const also = remote({ id: 'waiting-2', name: '박서준', role: 'candidate', admitted: false });

const open = (change: Parameters<typeof openCall>[0] = {}, options = {}) =>
  openCall({ self: interviewer, ...change }, options);

const notices = () => deepAll(element, '.notice');
const noticeText = () => deepText(deep(element, '.notices'));
const named = (name: string) => deep(element, `[aria-label="${name}"]`);
const dialogs = () => deepAll(element, 'dialog');
const closing = (minutes: number) =>
  interview({ closesAt: new Date(Date.now() + minutes * MINUTE_MS).toISOString() });

async function openPeople(): Promise<void> {
  element.panel = 'people';
  await settled(element);
}

async function click(button: HTMLElement | undefined): Promise<void> {
  assert.isDefined(button);
  button.click();
  await settled(element);
}

/** By the menu of the other person. */
async function choose(act: string): Promise<void> {
  await openPeople();
  await click(named('이지우 님 관리'));
  await click(deep(element, `[data-item=${act}]`));
}

const confirm = () => click(deep(element, 'dialog .danger'));

describe('what an interviewer does', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('lets in at once, and refuses with a word after asking', async () => {
    await open({ participants: [remote(), waiting] });
    await openPeople();
    await click(named('최은영 님 승낙'));
    assert.deepEqual(element.double.last('admit'), ['waiting-1']);
    await click(named('최은영 님 거절'));
    assert.isUndefined(element.double.last('reject'));
    assert.include(deepText(deep(element, 'dialog')), '다시 입장을 요청할 수 없습니다.');
    await click(deep(element, '.ready button'));
    await confirm();
    const word = '다른 시간에 다시 안내해 드리겠습니다.';
    assert.deepEqual(element.double.last('reject'), ['waiting-1', word]);
    assert.isEmpty(dialogs());
  });

  it('says nothing with a removal unless the person writes something', async () => {
    await open();
    await choose('remove');
    assert.include(deepText(deep(element, 'dialog')), '이지우 님을 내보낼까요?');
    await confirm();
    assert.deepEqual(element.double.last('remove'), ['remote-0001']);
  });

  it('sends back to the lobby after asking, and not after thinking better of it', async () => {
    await open();
    await choose('lobby');
    await click(deep(element, 'dialog .cancel'));
    assert.isUndefined(element.double.last('sendToLobby'));
    assert.isEmpty(dialogs());
    await choose('lobby');
    await confirm();
    assert.deepEqual(element.double.last('sendToLobby'), ['remote-0001']);
  });

  it('asks to mute without a question, and only whose microphone is on', async () => {
    await open();
    await choose('mute');
    assert.deepEqual(element.double.last('askToMute'), ['remote-0001']);
    await until(() => notices().length === 1);
    assert.include(noticeText(), '이지우 님에게 마이크를 꺼 달라고 요청했습니다.');
    const muted = remote({ media: { microphone: false, camera: true, screen: false } });
    await show(element, inCall({ self: interviewer, participants: [muted] }));
    await click(named('이지우 님 관리'));
    assert.isEmpty(deepAll(element, '[data-item=mute]'));
  });

  it('ends for everybody, after it is said how many that are', async () => {
    await open({ participants: [remote(), waiting] });
    await click(deep(element, '[data-control=more]'));
    await click(deep(element, '[data-item=end]'));
    assert.include(deepText(deep(element, 'dialog')), '나를 포함해 2명이');
    await confirm();
    assert.isDefined(element.double.last('endForAll'));
  });

  it('is told when something has failed', async () => {
    await open({ participants: [remote(), waiting] });
    element.double.refusal = new RendevError('participant-unknown');
    await openPeople();
    await click(named('최은영 님 승낙'));
    await until(() => notices().length === 1);
    assert.match(noticeText(), /니다\./);
  });

  it('extends, and everybody hears of it', async () => {
    const closes = closing(60);
    await open({ interview: closes });
    await openPeople();
    for (const minutes of [10, 30, 60]) {
      await click(named(`${minutes}분 늘리기`));
      assert.deepEqual(element.double.last('extend'), [minutes]);
    }
    const later = new Date(Date.parse(closes.closesAt ?? '') + 30 * MINUTE_MS).toISOString();
    const longer = { ...closes, closesAt: later };
    await show(element, inCall({ self: interviewer, interview: longer }));
    assert.include(noticeText(), '인터뷰 시간이 30분 늘어났습니다.');
  });

  it('cannot extend what has no end', async () => {
    await open();
    await openPeople();
    assert.isEmpty(deepAll(element, '.minutes'));
  });

  it('is for interviewers alone', async () => {
    await open({ self: participant(), interview: closing(60) });
    await openPeople();
    assert.isEmpty(deepAll(element, 'rendev-people rendev-menu, .minutes, .end'));
    await click(deep(element, '[data-control=more]'));
    assert.isEmpty(deepAll(element, '[data-item=end]'));
  });

  it('does not lose the focus with the person who goes', async () => {
    await open({ participants: [remote(), waiting] });
    await openPeople();
    const button = named('최은영 님 승낙');
    button.focus();
    const root = button.getRootNode() as ShadowRoot;
    await show(element, inCall({ self: interviewer }));
    assert.equal(root.activeElement?.localName, 'h4');
  });

  it('shows raised hands first, in their order', async () => {
    const person = (id: string, name: string, handRaisedAt: string | null) =>
      remote({ id, name, hand: handRaisedAt !== null, handRaisedAt });
    await open({
      participants: [
        person('a', '가나', null),
        person('b', '다라', '2030-05-14T05:02:00Z'),
        person('c', '마바', '2030-05-14T05:01:00Z'),
      ],
    });
    await openPeople();
    const names = deepAll(element, '.who bdi').map((one) => one.textContent);
    assert.deepEqual(names, ['김민수', '마바', '다라', '가나']);
  });
});

describe('a knock', () => {
  const Oscillator = OscillatorNode;
  let notes = 0;
  beforeEach(() => {
    notes = 0;
    Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      value: { hasBeenActive: true },
    });
    globalThis.OscillatorNode = class extends Oscillator {
      override start(when?: number) {
        notes += 1;
        super.start(when);
      }
    };
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'userActivation');
    globalThis.OscillatorNode = Oscillator;
    unmountAll();
    localStorage.clear();
  });

  it('is answered right in its notice', async () => {
    await open({ participants: [remote(), waiting] });
    assert.include(noticeText(), '최은영 님이 입장을 기다리고 있습니다.');
    await click(named('최은영 님 거절'));
    assert.lengthOf(dialogs(), 1);
    await confirm();
    assert.deepEqual(element.double.last('reject'), ['waiting-1']);
    await click(named('최은영 님 승낙'));
    assert.deepEqual(element.double.last('admit'), ['waiting-1']);
  });

  it('of several leads to the list', async () => {
    await open({ participants: [remote(), waiting, also] });
    assert.lengthOf(notices(), 1);
    assert.include(noticeText(), '승낙을 기다리는 사람 2명');
    await click(deep(element, '.notice button'));
    assert.equal(element.panel, 'people');
    assert.isEmpty(notices());
  });

  it('gives the focus to what is left when it was answered', async () => {
    await open({ participants: [remote(), waiting] });
    const button = named('최은영 님 승낙');
    button.focus();
    const root = button.getRootNode() as ShadowRoot;
    await show(element, inCall({ self: interviewer }));
    assert.equal(root.activeElement?.localName, 'h2');
  });

  it('sounds once for each person who comes, and not for who was there', async () => {
    await open({ participants: [remote(), waiting] });
    assert.equal(notes, 0);
    const participants = [remote(), waiting, also];
    await show(element, inCall({ self: interviewer, participants }));
    await until(() => notes === 2);
    await show(element, inCall({ self: interviewer, participants: [...participants] }));
    assert.equal(notes, 2);
  });

  it('is silent when it is turned off, also the next time', async () => {
    await open();
    await openPeople();
    const off = deep(element, 'rendev-people');
    await click(deepAll(off, '[role=switch]')[0]);
    assert.equal(deepAll(off, '[role=switch]')[0]?.ariaChecked, 'false');
    for (const again of [false, true]) {
      if (again) {
        unmountAll();
        await open();
      }
      await show(element, inCall({ self: interviewer, participants: [remote(), waiting] }));
      assert.equal(notes, 0);
    }
  });

  it('is silent on a page that nobody has touched', async () => {
    Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      value: { hasBeenActive: false },
    });
    await open();
    await show(element, inCall({ self: interviewer, participants: [remote(), waiting] }));
    assert.equal(notes, 0);
  });
});

describe('notices', () => {
  afterEach(unmountAll);

  it('tell an interviewer of the time, with more of it at hand', async () => {
    await open({ interview: closing(5) });
    assert.include(noticeText(), '인터뷰가 끝나기까지 5분 남았습니다.');
    await click(deep(element, '.notice .button'));
    assert.deepEqual(element.double.last('extend'), [10]);
  });

  it('tell the others what happens at the end, in the last one', async () => {
    await open({ self: participant(), interview: closing(5) });
    assert.notInclude(noticeText(), '저절로 끝나고');
    assert.isEmpty(deepAll(element, '.notice .button'));
    await show(element, inCall({ interview: closing(1) }));
    assert.include(noticeText(), '시간이 되면 통화가 저절로 끝나고 모두 나가게 됩니다.');
  });

  it('tell of no time where the host shows none', async () => {
    await open({ interview: closing(5) }, { attributes: { hide: 'timer' } });
    assert.isEmpty(notices());
  });

  it('turn on the microphone of who talks while it is off', async () => {
    await open({ media: media({ talkingMuted: true }) });
    assert.include(noticeText(), '마이크가 꺼져 있어');
    await click(deep(element, '.notice .button'));
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [true]);
    await show(element, inCall({ self: interviewer }));
    assert.isEmpty(notices());
  });

  it('are two at most, the most pressing; the others wait', async () => {
    const revoked = device({ status: 'failed', error: 'permission-denied' });
    await open();
    const all = inCall({
      self: interviewer,
      participants: [remote(), waiting],
      interview: closing(10),
      media: media({ microphone: revoked, screen: device({ status: 'on' }) }),
    });
    await show(element, all);
    assert.lengthOf(notices(), 2);
    assert.match(noticeText(), /마이크.+최은영/);
    await click(deep(element, '.notice .icon-button'));
    assert.match(noticeText(), /최은영.+10분/);
  });

  for (const lang of ['ko', 'en'] as const) {
    it(`cover no more than a third of a phone's stage (${lang})`, async () => {
      await open({}, { width: 360, lang });
      element.style.height = '740px';
      const revoked = device({ status: 'failed', error: 'permission-denied' });
      const participants = [remote(), waiting];
      const faulty = media({ microphone: revoked });
      await show(element, inCall({ self: interviewer, participants, media: faulty }));
      const stage = deep(element, '.stage').getBoundingClientRect().height;
      const boxes = notices().map((one) => one.getBoundingClientRect());
      const height = Math.max(...boxes.map(({ bottom }) => bottom)) - (boxes[0]?.top ?? 0);
      assert.isAtMost(height, stage / 3);
    });
  }
});
