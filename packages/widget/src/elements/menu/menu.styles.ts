import { css } from 'lit';
import { NOT_TINY, ROOMY } from './menu-room.ts';

export const menuStyles = css`
  /* The button stands among its neighbours as if it were not within. */
  :host {
    display: contents;
  }
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: max-content;
    min-inline-size: 220px;
    max-inline-size: 340px;
    padding: 6px;
    border: 1px solid var(--rendev-line);
    border-radius: var(--rendev-radius);
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--rendev-surface);
    box-shadow: var(--rendev-elevation-float);
    color: var(--rendev-text);
    font-size: var(--rendev-type-body);
  }
  .menu.row {
    min-inline-size: 0;
  }
  .menu.sheet {
    max-inline-size: none;
    padding: 8px 8px calc(8px + env(safe-area-inset-bottom, 0px));
    border-width: 1px 0 0;
    border-radius: 20px 20px 0 0;
    box-shadow: var(--rendev-elevation-sheet);
  }
  .menu:popover-open {
    animation: appear var(--rendev-motion);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  .group:not(:last-child) {
    margin-block-end: 6px;
    padding-block-end: 6px;
    border-block-end: 1px solid var(--rendev-line);
  }
  .group > p {
    padding: 6px 12px 2px;
    font-size: var(--rendev-type-small);
    color: var(--rendev-text-muted);
  }
  .group.row {
    display: flex;
    justify-content: space-between;
  }
  .item {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 0;
    border-radius: var(--rendev-radius-control);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .row > .item {
    justify-content: center;
    inline-size: 44px;
    padding: 0;
  }
  .item:hover,
  .item:focus-visible {
    background: var(--rendev-accent-soft);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item.danger {
    color: var(--rendev-danger);
  }
  .item > svg,
  .item > .glyph {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
  }
  .item > .glyph {
    font-size: 22px;
    line-height: 1;
    text-align: center;
  }
  .item > .words {
    flex: 1;
    min-inline-size: 0;
  }
  .item > .mark {
    color: var(--rendev-accent);
  }
  .item:not([aria-checked='true']) > .mark {
    visibility: hidden;
  }
  kbd {
    flex: none;
    min-inline-size: 22px;
    padding: 0 5px;
    border: 1px solid var(--rendev-line-strong);
    border-radius: 5px;
    font: inherit;
    font-size: 12px;
    line-height: 20px;
    text-align: center;
    color: var(--rendev-text-muted);
  }
  /* No keyboard, no keys. */
  @media (hover: none) {
    kbd {
      display: none;
    }
  }
  @container ${ROOMY} {
    .narrow {
      display: none !important;
    }
  }
  @container ${NOT_TINY} {
    .narrowest {
      display: none !important;
    }
  }
`;
