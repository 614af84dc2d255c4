import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../icons/icons.ts';
import { base } from '../../styles/base.ts';
import { RendevElement } from '../base/rendev-element.ts';
import type { MenuGroup, MenuItem } from './menu-items.ts';
import { isSheet, placeOf, shown } from './menu-place.ts';
import { menuStyles } from './menu.styles.ts';

/**
 * The menu of the button in its slot, after the menu button pattern of the WAI-ARIA Authoring
 * Practices. It lies in the top layer, so that no scrolling list cuts it off, but within the frame of
 * the outermost element of ours; there it is a sheet at the bottom where that frame is narrow.
 */
export class RendevMenu extends RendevElement {
  static override styles = [base, menuStyles];
  static override properties = {
    label: { attribute: false },
    groups: { attribute: false },
    open: { state: true },
  };

  declare label: string;
  declare groups: readonly MenuGroup[];
  declare open: boolean;
  #following: AbortController | null = null;
  #focusLast = false;
  /** The press that closes an open menu by itself is not to open it again. */
  #wasOpen = false;

  constructor() {
    super();
    this.label = '';
    this.groups = [];
    this.open = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#following?.abort();
    this.open = false;
  }

  override render() {
    const isRow = this.groups.every(({ row }) => row);
    return html`<slot
        @slotchange=${this.#describeOpener}
        @pointerdown=${() => {
          this.#wasOpen = this.open;
        }}
        @click=${this.#toggle}
        @keydown=${this.#openByKey}
      ></slot>
      <div
        class=${isRow ? 'menu row' : 'menu'}
        part="menu"
        popover
        role="menu"
        tabindex="-1"
        aria-label=${this.label}
        @toggle=${this.#toggled}
        @keydown=${this.#move}
      >
        ${
          this.open
            ? repeat(
                this.groups,
                ({ key }) => key,
                (group) => this.#group(group),
              )
            : nothing
        }
      </div>`;
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    this.#describeOpener();
    if (!changed.has('open')) {
      if (this.open) this.#place();
      return;
    }
    const menu = this.#menu;
    if (menu === null || !this.open) return;
    if (!menu.matches(':popover-open')) menu.showPopover();
    this.#follow();
    this.#place();
    this.#focus(this.#focusLast ? -1 : 0);
    this.#focusLast = false;
  }

  #group({ key, label, row, where, oneOf, items }: MenuGroup) {
    const role = oneOf ? 'menuitemradio' : undefined;
    return html`<div
      class="group ${row ? 'row' : ''} ${where ?? ''}"
      role="group"
      aria-label=${label ?? nothing}
      data-group=${key}
    >
      ${label === undefined || row ? nothing : html`<p aria-hidden="true">${label}</p>`}
      ${repeat(
        items,
        (item) => item.key,
        (item) => this.#item(item, role, row),
      )}
    </div>`;
  }

  #item(
    item: MenuItem,
    role = item.checked === undefined ? 'menuitem' : 'menuitemcheckbox',
    row = false,
  ) {
    const { checked, shortcut } = item;
    return html`<button
      class="item ${item.danger ? 'danger' : ''} ${item.where ?? ''}"
      part="menu-item"
      type="button"
      tabindex="-1"
      role=${role}
      data-item=${item.key}
      aria-checked=${checked === undefined ? nothing : checked ? 'true' : 'false'}
      aria-label=${row ? item.label : nothing}
      title=${row ? item.label : nothing}
      aria-keyshortcuts=${shortcut ?? nothing}
      @click=${() => {
        this.#close();
        item.run();
      }}
    >
      ${
        item.glyph === undefined
          ? item.icon === undefined
            ? nothing
            : icon(item.icon)
          : html`<span class="glyph" aria-hidden="true">${item.glyph}</span>`
      }
      ${row ? nothing : html`<span class="words">${item.label}</span>`}
      ${shortcut === undefined ? nothing : html`<kbd aria-hidden="true">${shortcut}</kbd>`}
      ${row || !this.#hasChecks ? nothing : html`<span class="mark">${icon('check')}</span>`}
    </button>`;
  }

  /** They have a column of their own. */
  get #hasChecks(): boolean {
    return this.groups.some(({ items }) => items.some(({ checked }) => checked !== undefined));
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #opener(): HTMLElement | null {
    return this.querySelector('button');
  }

  readonly #describeOpener = (): void => {
    this.#opener?.setAttribute('aria-haspopup', 'menu');
    this.#opener?.setAttribute('aria-expanded', this.open ? 'true' : 'false');
  };

  readonly #toggle = (event: MouseEvent): void => {
    const byPress = event.detail > 0;
    this.open = byPress ? !this.#wasOpen : !this.open;
    this.#wasOpen = false;
  };

  readonly #openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.#focusLast = event.key === 'ArrowUp';
    this.open = true;
  };

  /** The browser closes it when the person presses elsewhere. */
  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'open') return;
    this.open = false;
    this.#following?.abort();
  };

  /** No key of the menu is one of the page around it. */
  readonly #move = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const items = this.#items;
    const at = items.indexOf(this.#focused);
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'Escape':
        this.#close();
        break;
      case 'Tab':
        // On from the button, as if the menu had not been open.
        this.#close();
        return;
      case 'Home':
        this.#focus(0);
        break;
      case 'End':
        this.#focus(-1);
        break;
      case 'ArrowDown':
        this.#focus((at + 1) % items.length);
        break;
      case 'ArrowUp':
        this.#focus(at <= 0 ? -1 : at - 1);
        break;
      case 'ArrowRight':
      case 'ArrowLeft':
        this.#focus(event.key === forward ? (at + 1) % items.length : at <= 0 ? -1 : at - 1);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  get #items(): (Element | null)[] {
    const items = this.renderRoot.querySelectorAll('.item');
    return [...items].filter((item) => item.checkVisibility());
  }

  get #focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  #focus(at: number): void {
    const item = this.#items.at(at);
    if (item instanceof HTMLElement) item.focus();
  }

  #close(): void {
    this.#menu?.hidePopover();
    this.open = false;
    this.#opener?.focus();
  }

  #follow(): void {
    this.#following?.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    const place = () => {
      this.#place();
    };
    window.addEventListener('resize', place, { signal });
    window.addEventListener('scroll', place, { signal, capture: true, passive: true });
  }

  #place(): void {
    const [menu, opener] = [this.#menu, this.#opener];
    if (menu === null || opener === null) return;
    const screen = { width: innerWidth, height: innerHeight };
    const frame = shown(frameOf(this).getBoundingClientRect(), screen);
    const sheet = isSheet(frame);
    menu.classList.toggle('sheet', sheet);
    menu.style.width = sheet ? `${frame.right - frame.left}px` : '';
    menu.style.maxHeight = `${(frame.bottom - frame.top) * (sheet ? 0.92 : 1) - 16}px`;
    // Not the box that is drawn: that one is on its way while the menu appears.
    const size = { width: menu.offsetWidth, height: menu.offsetHeight };
    const { left, top } = placeOf(opener.getBoundingClientRect(), size, frame);
    menu.style.left = `${left}px`;
    menu.style.top = `${top}px`;
  }
}

/** The outermost element of ours around it. */
function frameOf(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof RendevElement
    ? frameOf(root.host)
    : element;
}
