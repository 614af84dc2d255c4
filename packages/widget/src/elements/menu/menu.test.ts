import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { until } from '../testing/mount.ts';
import type { MenuGroup } from './menu-items.ts';
import { RendevMenu } from './menu.ts';

let menu: RendevMenu;
let opener: HTMLButtonElement;
let ran: string[];
let heard: string[];

const item = (key: string) => ({ key, label: key, run: () => ran.push(key) });
const groups = (): MenuGroup[] => [
  { key: 'acts', items: [item('first'), { ...item('hidden'), where: 'narrow' }, item('second')] },
  { key: 'choice', label: 'Choice', oneOf: true, items: [{ ...item('third'), checked: true }] },
];

const focused = () => menu.shadowRoot?.activeElement?.getAttribute('data-item') ?? null;
const isOpen = () => menu.renderRoot.querySelector('.menu:popover-open') !== null;

async function press(key: string): Promise<void> {
  const target = menu.shadowRoot?.activeElement ?? opener;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
  await menu.updateComplete;
}

async function open(): Promise<void> {
  opener.click();
  await menu.updateComplete;
}

describe('menu', () => {
  beforeEach(async () => {
    register('rendev-menu', RendevMenu);
    ran = [];
    heard = [];
    menu = new RendevMenu();
    menu.lang = 'en';
    menu.groups = groups();
    opener = document.createElement('button');
    opener.textContent = 'More';
    menu.append(opener);
    const room = document.createElement('div');
    room.style.cssText = 'container-type: inline-size; inline-size: 800px';
    room.append(menu);
    room.addEventListener('keydown', ({ key }) => heard.push(key));
    document.body.append(room);
    await menu.updateComplete;
  });

  afterEach(() => {
    menu.parentElement?.remove();
  });

  it('tells what its button opens, and whether it is open', async () => {
    assert.equal(opener.ariaHasPopup, 'menu');
    assert.equal(opener.ariaExpanded, 'false');
    await open();
    assert.equal(opener.ariaExpanded, 'true');
    await press('Escape');
    assert.equal(opener.ariaExpanded, 'false');
  });

  it('goes into its first item by a press and the arrow down, into the last by the arrow up', async () => {
    for (const [way, key] of [
      ['first', null],
      ['first', 'ArrowDown'],
      ['third', 'ArrowUp'],
    ] as const) {
      if (key === null) await open();
      else await press(key);
      assert.isTrue(isOpen());
      assert.equal(focused(), way);
      await press('Escape');
    }
  });

  it('moves by the arrows past what is hidden, around the ends, and by Home and End', async () => {
    await open();
    const way = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
    const places: (string | null)[] = [];
    for (const key of way) {
      await press(key);
      places.push(focused());
    }
    assert.deepEqual(places, ['second', 'third', 'first', 'third', 'first', 'third']);
  });

  it('acts, closes and gives the focus back', async () => {
    await open();
    menu.renderRoot.querySelector<HTMLElement>('[data-item=second]')?.click();
    await menu.updateComplete;
    assert.deepEqual(ran, ['second']);
    assert.isFalse(isOpen());
    assert.isTrue(document.activeElement === opener);
  });

  it('closes by Escape and Tab without acting, and keeps its keys to itself', async () => {
    for (const key of ['Escape', 'Tab']) {
      await open();
      await press('ArrowDown');
      await press('m');
      await press(key);
      assert.isFalse(isOpen());
      assert.isTrue(document.activeElement === opener);
    }
    assert.isEmpty(ran);
    assert.isEmpty(heard);
  });

  it('tells which of a group is chosen', async () => {
    await open();
    const third = menu.renderRoot.querySelector('[data-item=third]');
    assert.equal(third?.getAttribute('role'), 'menuitemradio');
    assert.equal(third?.ariaChecked, 'true');
  });

  it('closes when the browser closes it, and opens again', async () => {
    await open();
    menu.renderRoot.querySelector<HTMLElement>('.menu')?.hidePopover();
    await until(() => opener.ariaExpanded === 'false');
    await open();
    assert.equal(focused(), 'first');
  });

  it('is closed by the press on its button that the browser closes it for', async () => {
    await open();
    opener.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    menu.renderRoot.querySelector<HTMLElement>('.menu')?.hidePopover();
    await until(() => opener.ariaExpanded === 'false');
    opener.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await menu.updateComplete;
    assert.isFalse(isOpen());
  });
});
