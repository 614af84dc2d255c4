import { assert } from 'chai';
import { deep, deepAll, settled, show, unmountAll } from '../testing/mount.ts';
import { element, openCall as open } from '../testing/opened.ts';
import { inCall, media, participant } from '../testing/snapshots.ts';

const control = (name: string) => deep(element, `[data-control=${name}]`);
const isShown = (name: string) =>
  deepAll(element, `[data-control=${name}]`).some((one) => one.checkVisibility());
const items = () =>
  deepAll(element, '[data-item]')
    .filter((one) => one.checkVisibility())
    .map((one) => one.dataset['item']);
const item = (name: string) => deep(element, `[data-item=${name}]`);

async function openMenu(name = 'more'): Promise<void> {
  control(name).click();
  await settled(element);
}

async function choose(name: string): Promise<void> {
  await openMenu();
  item(name).click();
  await settled(element);
}

describe('the bar and its menu', () => {
  afterEach(unmountAll);

  it('raises the hand and lowers it, and shows that it is up', async () => {
    await open();
    assert.equal(control('hand').ariaPressed, 'false');
    control('hand').click();
    assert.deepEqual(element.double.last('setHandRaised'), [true]);
    await show(element, inCall({ self: participant({ hand: true }) }));
    assert.equal(control('hand').ariaPressed, 'true');
    control('hand').click();
    assert.deepEqual(element.double.last('setHandRaised'), [false]);
  });

  it('sends a reaction', async () => {
    await open();
    await openMenu('react');
    assert.lengthOf(items(), 6);
    assert.equal(item('clap').ariaLabel, '박수');
    item('clap').click();
    assert.deepEqual(element.double.last('react'), ['clap']);
  });

  it('puts what the bar has no room for into the menu, and nothing twice', async () => {
    for (const [width, overflow] of [
      [1000, []],
      [400, ['thumbs-up', 'hand']],
      [280, ['thumbs-up', 'hand', 'share']],
    ] as const) {
      await open({}, { width });
      assert.equal(isShown('hand'), width === 1000);
      assert.equal(isShown('react'), width === 1000);
      assert.equal(isShown('share'), width > 280);
      await openMenu();
      const found = ['thumbs-up', 'hand', 'share'].filter((one) => items().includes(one));
      assert.sameMembers(found, [...overflow]);
      unmountAll();
    }
  });

  it('goes by the room of the bar, which a panel takes away', async () => {
    await open({}, { width: 800 });
    assert.isTrue(isShown('hand'));
    await element.toggleChat(true);
    await settled(element);
    assert.isFalse(isShown('hand'));
  });

  it('chooses the layout', async () => {
    await open();
    await openMenu();
    assert.equal(item('auto').ariaChecked, 'true');
    item('speaker').click();
    await settled(element);
    await openMenu();
    assert.equal(item('auto').ariaChecked, 'false');
    assert.equal(item('speaker').ariaChecked, 'true');
  });

  it('hides the own face and shows it again', async () => {
    await open();
    assert.isNotEmpty(deepAll(element, 'rendev-tile.self'));
    await choose('self-view');
    assert.isEmpty(deepAll(element, 'rendev-tile.self'));
    await choose('self-view');
    assert.isNotEmpty(deepAll(element, 'rendev-tile.self'));
  });

  it('saves data, and shows whether it does', async () => {
    await open({ media: media({ lowData: true }) });
    await choose('low-data');
    assert.deepEqual(element.double.last('setLowData'), [false]);
    await openMenu();
    assert.equal(item('low-data').ariaChecked, 'true');
  });

  it('opens devices and shortcuts, and takes the focus back when they close', async () => {
    await open();
    for (const panel of ['devices', 'shortcuts'] as const) {
      await choose(panel);
      assert.equal(element.panel, panel);
      const head = deep(element, 'h3');
      const root = head.getRootNode() as ShadowRoot;
      assert.isTrue(root.activeElement === head);
      head.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settled(element);
      assert.isTrue(root.activeElement === control('more'));
    }
  });

  it('leaves out what the host leaves out', async () => {
    await open({}, { attributes: { hide: 'devices reactions hand self-view' }, width: 400 });
    await openMenu();
    for (const name of ['devices', 'thumbs-up', 'hand', 'self-view']) {
      assert.notInclude(items(), name);
    }
  });

  it('lies within the element, on a phone at its bottom', async () => {
    for (const width of [360, 1000]) {
      await open({}, { width });
      await openMenu();
      const frame = element.getBoundingClientRect();
      const menu = deep(element, '.menu:popover-open');
      await Promise.all(menu.getAnimations().map(({ finished }) => finished));
      const box = menu.getBoundingClientRect();
      assert.isAtLeast(box.left, frame.left);
      assert.isAtMost(box.right, frame.right);
      assert.isAtLeast(box.top, frame.top);
      assert.isAtMost(Math.round(box.bottom), Math.round(Math.min(frame.bottom, innerHeight)));
      if (width === 360) assert.equal(box.width, 360);
      unmountAll();
    }
  });
});
