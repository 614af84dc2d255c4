import { assert } from 'chai';
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
import { inCall, linkStatistics, remote } from '../testing/snapshots.ts';

let element: TestInterview;

async function open(measured = [linkStatistics()]) {
  element = await mount();
  element.double.measured = measured;
  await show(element, inCall());
  opener().click();
  await until(() => deepAll(element, 'section h4').length > 0);
  await settled(element);
}

const opener = () => deep(element, '.quality');
const asked = () => element.double.intents.filter(([name]) => name === 'statistics').length;
const rows = () =>
  deepAll(element, 'tbody tr').map((row) => [...row.children].map((cell) => deepText(cell)));

function pretend(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('statistics', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    unmountAll();
  });

  it('open from the word for the connection, close by Escape, and give the focus back', async () => {
    await open();
    assert.equal(opener().getAttribute('aria-expanded'), 'true');
    const head = deep(element, 'h3');
    const root = head.getRootNode() as ShadowRoot;
    assert.isTrue(root.activeElement === head);
    head.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(element);
    assert.equal(opener().getAttribute('aria-expanded'), 'false');
    assert.isTrue(root.activeElement === opener());
    assert.isEmpty(deepAll(element, 'rendev-statistics'));
  });

  it('tell the path and each stream in both directions', async () => {
    await open();
    assert.deepEqual(
      deepAll(element, 'dl div').map((fact) => deepText(fact)),
      ['경로 중계 서버 경유, TLS', '왕복 시간 142 ms', '보낼 수 있는 속도 610 kbps'],
    );
    assert.deepEqual(rows(), [
      ['마이크'],
      ['속도', '32 kbps', '32 kbps'],
      ['손실', '1.3 %', '0 %'],
      ['시간 흔들림', '4 ms', '–'],
      ['코덱', 'opus', 'opus'],
      ['카메라'],
      ['속도', '1.5 Mbps', '310 kbps'],
      ['손실', '0 %', '0 %'],
      ['시간 흔들림', '4 ms', '–'],
      ['해상도', '1280 × 720', '640 × 360'],
      ['초당 프레임', '30', '15'],
      ['코덱', 'VP8', 'VP8'],
      ['화질을 낮춘 까닭', '–', '인터넷 속도'],
    ]);
  });

  it('say of whom nothing is known yet', async () => {
    await open([]);
    assert.include(deepText(deep(element, 'rendev-statistics')), '아직 측정된 값이 없습니다.');
    assert.isEmpty(rows());
  });

  it('are measured anew while they are open and the page is seen, and not otherwise', async () => {
    await open();
    await until(() => asked() >= 2);
    element.double.measured = [linkStatistics({ roundTripMs: 77 })];
    await until(() => deepText(deep(element, 'dl')).includes('77 ms'));
    pretend('hidden');
    element.double.measured = [linkStatistics({ roundTripMs: 88 })];
    const hidden = asked();
    for (const roundTrip of [1, 2, 3]) {
      // Changes of the room render it again, and ask for nothing.
      await show(element, inCall({ participants: [remote({ name: `${roundTrip}` })] }));
    }
    assert.equal(asked(), hidden);
    pretend('visible');
    assert.equal(asked(), hidden + 1, 'at once');
    opener().click();
    await settled(element);
    const closed = asked();
    pretend('visible');
    assert.equal(asked(), closed);
  });
});
