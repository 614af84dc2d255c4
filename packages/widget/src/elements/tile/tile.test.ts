import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { deep, deepText, until } from '../testing/mount.ts';
import { RendevTile } from './tile.ts';
import type { TileView } from './tile-view.ts';

let tile: RendevTile;

async function show(change: Partial<TileView> = {}) {
  tile.view = {
    key: 'a',
    participantId: 'a',
    kind: 'person',
    name: '이지우',
    stream: null,
    picture: false,
    mirrored: false,
    muted: false,
    hand: false,
    pinned: false,
    floating: false,
    condition: '',
    note: [],
    ...change,
  };
  await tile.updateComplete;
}

const video = () => deep(tile, 'video', HTMLVideoElement);

describe('tile', () => {
  beforeEach(() => {
    register('rendev-tile', RendevTile);
    tile = new RendevTile();
    tile.lang = 'ko';
    tile.style.setProperty('height', '200px');
    document.body.append(tile);
  });
  afterEach(() => {
    tile.remove();
  });

  it('plays the stream, with sound for others and without for oneself', async () => {
    const stream = document.createElement('canvas').captureStream();
    await show({ stream, picture: true });
    assert.isTrue(video().srcObject === stream);
    assert.isFalse(video().muted);
    await show({ kind: 'self', stream, picture: true });
    assert.isTrue(video().muted);
  });

  it('mirrors what is to be, and fits a screen in', async () => {
    await show({ kind: 'self', picture: true, mirrored: true });
    assert.equal(getComputedStyle(video()).scale, '-1 1');
    await show({ kind: 'screen', picture: true });
    assert.equal(getComputedStyle(video()).scale, 'none');
    assert.equal(getComputedStyle(video()).objectFit, 'contain');
  });

  it('shows the first letter without a picture, whatever the script', async () => {
    await show({ name: '👩🏽‍💻 Kim' });
    assert.equal(deepText(deep(tile, '.avatar')), '👩🏽‍💻');
    assert.equal(getComputedStyle(video()).visibility, 'hidden');
  });

  it('tells mute, hand and condition in words', async () => {
    await show({ muted: true, hand: true, condition: '다시 연결하고 있습니다' });
    assert.include(deepText(tile), '마이크 꺼짐');
    assert.include(deepText(tile), '손 들음');
    assert.include(deepText(tile), '다시 연결하고 있습니다');
    assert.isTrue(tile.hasAttribute('dimmed'));
  });

  it('says why there is no picture beside the letter, and no less brightly', async () => {
    await show({ note: ['영상을 잠시 멈췄습니다.', '소리는 이어집니다.'] });
    assert.equal(deepText(deep(tile, '.note')), '영상을 잠시 멈췄습니다. 소리는 이어집니다.');
    assert.equal(deepText(deep(tile, '.avatar')), '이');
    assert.isFalse(tile.hasAttribute('dimmed'));
  });

  it('keeps every part in its place when a note or a condition comes', async () => {
    await show({ picture: true });
    const before = tile.getBoundingClientRect();
    const name = deep(tile, '.name').getBoundingClientRect();
    await show({ picture: true, note: ['a'.repeat(80)], condition: 'b '.repeat(80) });
    assert.deepEqual(tile.getBoundingClientRect(), before);
    assert.deepEqual(deep(tile, '.name').getBoundingClientRect(), name);
  });

  it('shows a name as text', async () => {
    await show({ name: '<i>x</i>' });
    assert.equal(deep(tile, 'bdi').textContent, '<i>x</i>');
  });

  it('rings while the person speaks, and never when muted', async () => {
    tile.read = () => 0.4;
    await show();
    await until(() => tile.hasAttribute('speaking'));
    await show({ muted: true });
    await until(() => !tile.hasAttribute('speaking'));
  });

  it('says that the person speaks where their name is, and announces nothing', async () => {
    let spoken = 0;
    tile.addEventListener('rendev-announce', () => (spoken += 1));
    await show();
    const name = deep(tile, '.name').getBoundingClientRect();
    assert.notInclude(deepText(deep(tile, '.name')), '말하는 중');
    tile.read = () => 0.4;
    await until(() => deepText(deep(tile, '.name')).includes('말하는 중'));
    assert.equal(deep(tile, '[role=group]').ariaLabel, '이지우');
    assert.deepEqual(deep(tile, '.name').getBoundingClientRect(), name);
    tile.read = () => 0;
    await until(() => !deepText(deep(tile, '.name')).includes('말하는 중'));
    assert.equal(spoken, 0);
  });

  it('shows what can be done with it to the keyboard, and to a finger after a tap', async () => {
    await show({ kind: 'self', floating: true });
    const actions = ['move', 'hide', 'pin'].map((name) => deep(tile, `[data-action=${name}]`));
    const seen = () => actions.map((one) => getComputedStyle(one).pointerEvents);
    assert.deepEqual(seen(), ['none', 'none', 'none']);
    tile.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch' }));
    tile.dispatchEvent(new PointerEvent('click'));
    await tile.updateComplete;
    assert.deepEqual(seen(), ['auto', 'auto', 'auto']);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await tile.updateComplete;
    assert.deepEqual(seen(), ['none', 'none', 'none']);
    const told: string[] = [];
    for (const name of ['move', 'hide', 'pin']) tile.addEventListener(name, () => told.push(name));
    for (const one of actions) {
      const { width, height } = one.getBoundingClientRect();
      assert.isAtLeast(Math.min(width, height), 44);
      one.click();
    }
    assert.deepEqual(told, ['move', 'hide', 'pin']);
  });

  it('goes on without sound where the browser holds it back, until a click', async () => {
    const stream = document.createElement('canvas').captureStream();
    await show();
    let blocked = 0;
    tile.addEventListener('sound-blocked', () => (blocked += 1));
    let clicked = false;
    video().play = function (this: HTMLVideoElement) {
      return this.muted || clicked
        ? HTMLVideoElement.prototype.play.call(this)
        : Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    await show({ stream, picture: true });
    await until(() => blocked === 1);
    assert.isTrue(video().muted);
    clicked = true;
    tile.startSound();
    assert.isFalse(video().muted);
  });
});
