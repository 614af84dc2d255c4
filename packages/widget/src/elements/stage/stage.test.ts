import { assert } from 'chai';
import { register } from '../../define/register.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { inCall, remote } from '../testing/snapshots.ts';
import { RendevTile } from '../tile/tile.ts';
import { RendevStage } from './stage.ts';
import type { StageView } from './stage-view.ts';

/** Everybody has a voice of their own. */
class Voices extends SessionDouble {
  readonly levels = new Map<string, number>();
  asked = 0;
  /** What happens in the moment before a level is read. */
  before: () => void = () => undefined;
  override audioLevel(id?: string): number {
    this.asked += 1;
    this.before();
    return this.levels.get(id ?? '') ?? 0;
  }
}

let frame: HTMLElement;
let stage: RendevStage;
let session: Voices;
let said: string[];

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => remote({ id: `person-${n}`, name: `Person ${n}` }));
const tile = (selector: string) => deep(stage, `rendev-tile${selector}`, RendevTile);
const tileOf = (id: string) => tile(`[data-participant=${id}]`);
const action = (one: RendevTile, name: string) => deep(one, `[data-action=${name}]`);
const box = (one: Element) => one.getBoundingClientRect();
const area = (one: Element) => box(one).width * box(one).height;
const layout = () => deep(stage, '.tiles').dataset['layout'];

async function show(change: Partial<SessionSnapshot> = {}, view: Partial<StageView> = {}) {
  session.set(inCall(change));
  stage.snapshot = session.snapshot;
  stage.view = { ...stage.view, ...view };
  await settled();
}

async function settled() {
  await stage.updateComplete;
  for (const one of deepAll(stage, 'rendev-tile'))
    await (one as Partial<RendevTile>).updateComplete;
  await stage.updateComplete;
}

/** Where the own picture is, once it has come to rest. */
async function selfIsAt(corner: string) {
  await until(() => {
    const [self, all] = [box(tile('.self')), box(frame)];
    const top = self.y + self.height / 2 < all.y + all.height / 2;
    const left = self.x + self.width / 2 < all.x + all.width / 2;
    return `${top ? 'top' : 'bottom'} ${left ? 'left' : 'right'}` === corner;
  });
}

const press = (one: HTMLElement, key: string) =>
  one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('stage', () => {
  beforeEach(() => {
    register('rendev-stage', RendevStage);
    frame = document.createElement('div');
    frame.style.cssText = 'position: relative; width: 900px; height: 500px';
    session = new Voices();
    said = [];
    stage = new RendevStage();
    stage.lang = 'ko';
    stage.session = session;
    stage.addEventListener('view', ({ detail }: CustomEventInit<Partial<StageView>>) => {
      stage.view = { ...stage.view, ...detail };
    });
    stage.addEventListener('rendev-announce', ({ detail }: CustomEventInit<string>) => {
      said.push(detail ?? '');
    });
    frame.append(stage);
    document.body.append(frame);
  });
  afterEach(() => {
    frame.remove();
  });

  describe('layout', () => {
    it('is one large and oneself in the corner for two, or even tiles if wished', async () => {
      await show();
      assert.equal(layout(), 'duo');
      assert.isTrue(tile('.self').classList.contains('floating'));
      await show({}, { layout: 'grid' });
      assert.equal(layout(), 'grid');
      assert.closeTo(area(tile('.self')), area(tile('.person')), 10);
    });

    for (const [width, height] of [
      [264, 380],
      [304, 500],
      [900, 500],
      [720, 230],
      [1600, 380],
    ] as const) {
      it(`has room for six at ${width}x${height}, even, in a strip and beside a screen`, async () => {
        frame.style.width = `${width}px`;
        frame.style.height = `${height}px`;
        const six = people(5);
        const [first, ...others] = six;
        assert.isDefined(first);
        const sharer = {
          ...first,
          screenStream: document.createElement('canvas').captureStream(),
          media: { microphone: true, camera: true, screen: true },
        };
        for (const [participants, view, count] of [
          [six, 'auto', 6],
          [six, 'speaker', 6],
          [[sharer, ...others], 'auto', 7],
        ] as const) {
          await show({ participants }, { layout: view });
          const boxes = deepAll(stage, 'rendev-tile').map(box);
          assert.lengthOf(boxes, count);
          for (const [index, one] of boxes.entries()) {
            assert.isAtLeast(one.width, 70);
            assert.isAtLeast(one.height, 54);
            assert.isAtLeast(one.left, box(frame).left);
            assert.isAtMost(one.right, box(frame).right);
            assert.isAtLeast(one.top, box(frame).top);
            assert.isAtMost(one.bottom, box(frame).bottom + 0.5);
            for (const other of boxes.slice(index + 1)) {
              const apart =
                one.right <= other.left ||
                other.right <= one.left ||
                one.bottom <= other.top ||
                other.bottom <= one.top;
              assert.isTrue(apart, 'no tile lies over another');
            }
          }
        }
      });
    }

    it('makes large who speaks for a while, without moving anything in the document', async () => {
      await show({ participants: people(3) }, { layout: 'speaker' });
      const before = deepAll(stage, 'rendev-tile').map((one) => one.dataset['participant']);
      assert.isTrue(tileOf('person-0').classList.contains('large'));
      session.levels.set('person-2', 0.7);
      await until(() => tileOf('person-2').classList.contains('large'));
      assert.isAbove(area(tileOf('person-2')), area(tileOf('person-0')) * 4);
      session.levels.set('person-2', 0);
      const after = deepAll(stage, 'rendev-tile').map((one) => one.dataset['participant']);
      assert.deepEqual(after, before);
    });

    it('moves nobody under the pointer', async () => {
      await show({ participants: people(3) }, { layout: 'speaker' });
      session.levels.set('person-2', 0.7);
      session.before = () =>
        tileOf('person-2').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
      // Each tile and the stage ask some 16 times a second: enough for anybody to have taken over.
      await until(() => session.asked > 700);
      assert.isTrue(tileOf('person-0').classList.contains('large'));
      session.before = () => undefined;
      deep(stage, '.tiles').dispatchEvent(new PointerEvent('pointerleave'));
      await until(() => tileOf('person-2').classList.contains('large'));
    });

    it('keeps the document in order when people change places in the snapshot', async () => {
      const [first, second, third] = people(3);
      assert.isDefined(first);
      assert.isDefined(second);
      assert.isDefined(third);
      await show({ participants: [first, second] });
      const video = deep(tileOf('person-1'), 'video');
      await show({ participants: [third, second, first] });
      assert.isTrue(deep(tileOf('person-1'), 'video') === video);
      assert.isBelow(box(tileOf('person-2')).top, box(tileOf('person-0')).top);
      const order = deepAll(stage, 'rendev-tile').map((one) => one.dataset['participant']);
      assert.deepEqual(order, ['person-0', 'person-1', 'self', 'person-2']);
    });
  });

  describe('pin', () => {
    it('keeps a tile large in any layout until it is pressed again', async () => {
      await show({ participants: people(4) });
      action(tileOf('person-2'), 'pin').click();
      await settled();
      for (const view of ['auto', 'grid', 'speaker'] as const) {
        await show({ participants: people(4) }, { layout: view });
        assert.isTrue(tileOf('person-2').classList.contains('large'), view);
        assert.equal(action(tileOf('person-2'), 'pin').ariaPressed, 'true');
      }
      await show({ participants: people(4) }, { layout: 'grid' });
      action(tileOf('person-2'), 'pin').click();
      await settled();
      assert.isEmpty(deepAll(stage, '.large'));
    });

    it('goes before a shared screen', async () => {
      const [first, second] = people(2);
      assert.isDefined(first);
      assert.isDefined(second);
      const stream = document.createElement('canvas').captureStream();
      const sharing = { microphone: true, camera: true, screen: true };
      const sharer = { ...first, screenStream: stream, media: sharing };
      await show({ participants: [sharer, second] });
      assert.isTrue(tile('.screen').classList.contains('large'));
      action(tileOf('person-1'), 'pin').click();
      await settled();
      assert.isFalse(tile('.screen').classList.contains('large'));
      assert.isTrue(tileOf('person-1').classList.contains('large'));
    });

    it('makes oneself large, with the other beside', async () => {
      await show();
      action(tile('.self'), 'pin').click();
      await settled();
      assert.isTrue(tile('.self').classList.contains('large'));
      assert.isAbove(area(tile('.self')), area(tile('.person')) * 3);
    });

    it('ends by itself when the person leaves', async () => {
      await show({ participants: people(3) }, { pinned: 'person-1' });
      await show({ participants: people(1) });
      assert.isNull(stage.view.pinned);
      await show({ participants: people(3) });
      assert.equal(layout(), 'grid');
    });

    it('says whom it keeps large', async () => {
      await show();
      assert.equal(action(tile('.person'), 'pin').ariaLabel, '이지우 님을 크게 고정');
    });
  });

  describe('own picture', () => {
    for (const [direction, start] of [
      ['ltr', 'bottom right'],
      ['rtl', 'bottom left'],
    ] as const) {
      it(`goes to the corner of the arrow and says so (${direction})`, async () => {
        frame.dir = direction;
        await show();
        await selfIsAt(start);
        const handle = action(tile('.self'), 'move');
        handle.focus();
        press(handle, 'ArrowLeft');
        await selfIsAt('bottom left');
        press(handle, 'ArrowUp');
        await selfIsAt('top left');
        press(handle, 'ArrowRight');
        await selfIsAt('top right');
        assert.equal(said.at(-1), '내 모습을 오른쪽 위로 옮겼습니다.');
        press(handle, 'ArrowDown');
        await selfIsAt('bottom right');
        assert.isTrue(handle.matches(':focus'));
      });
    }

    it('goes round by pressing the handle', async () => {
      await show();
      for (const corner of ['bottom left', 'top left', 'top right', 'bottom right']) {
        action(tile('.self'), 'move').click();
        await selfIsAt(corner);
      }
    });

    it('hides neither the name nor the buttons of the other in any corner', async () => {
      await show({ participants: [remote({ name: 'Alexandra Konstantinopoulou'.repeat(3) })] });
      for (const corner of ['bottom left', 'top left', 'top right', 'bottom right']) {
        action(tile('.self'), 'move').click();
        await selfIsAt(corner);
        // At rest: nothing of the way is left.
        await until(() => tile('.self').getAnimations().length === 0);
        const self = box(tile('.self'));
        for (const selector of ['.name', '[data-action=pin]']) {
          const other = box(deep(tile('.person'), selector));
          const apart =
            self.right <= other.left ||
            other.right <= self.left ||
            self.bottom <= other.top ||
            other.bottom <= self.top;
          assert.isTrue(apart, `${selector}, ${corner}`);
        }
      }
    });

    it('has no handle where it has a place of its own', async () => {
      await show({ participants: people(2) });
      assert.isEmpty(deepAll(tile('.self'), '[data-action=move]'));
    });

    it('is hidden and brought back, and the focus goes with it', async () => {
      await show();
      action(tile('.self'), 'hide').click();
      await settled();
      assert.isEmpty(deepAll(stage, 'rendev-tile.self'));
      assert.deepEqual(said, ['내 모습을 숨겼습니다. 다른 참가자에게는 그대로 보입니다.']);
      const chip = deep(stage, '.show-self');
      assert.equal(deepText(chip), '내 모습 보기');
      assert.isTrue(chip.matches(':focus'));
      chip.click();
      await until(() => deepAll(stage, '[data-action=hide]').some((one) => one.matches(':focus')));
      assert.isTrue(stage.view.selfView);
    });

    it('does not come back where the host leaves it out', async () => {
      await show({}, { selfView: false, selfViewOffered: false });
      assert.isEmpty(deepAll(stage, '.show-self'));
    });
  });

  describe('reactions', () => {
    it('float over the tile of the person and are said once', async () => {
      await show();
      session.reactFrom('remote-0001', 'clap');
      session.reactFrom('remote-0001', 'clap');
      session.reactFrom('self', 'heart');
      await settled();
      assert.deepEqual(
        deepAll(tile('.person'), '.reaction').map((one) => deepText(one)),
        ['👏', '👏'],
      );
      assert.deepEqual(
        deepAll(tile('.self'), '.reaction').map((one) => deepText(one)),
        ['❤️'],
      );
      assert.deepEqual(said, ['이지우 님의 반응: 박수', '내 반응을 보냈습니다: 하트']);
      await until(() => deepAll(stage, '.reaction').length === 0);
    });

    it('of somebody who has left are not shown', async () => {
      await show();
      session.reactFrom('nobody', 'laugh');
      await settled();
      assert.isEmpty(deepAll(stage, '.reaction'));
      assert.isEmpty(said);
    });
  });

  it('has no picture-in-picture of the video while there is no picture', async () => {
    await show();
    const has = 'documentPictureInPicture' in window && window === window.top;
    assert.equal(stage.canPictureInPicture, has);
  });
});
