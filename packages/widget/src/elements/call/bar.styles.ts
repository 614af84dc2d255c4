import { css } from 'lit';
import { NOT_TINY, ROOMY } from '../menu/menu-room.ts';

export const barStyles = css`
  /* What the bar has room for is asked of this: beside a panel it is narrower than the call. */
  .bar-room {
    grid-area: bar;
    position: relative;
    container-type: inline-size;
    color-scheme: dark;
    background: var(--rendev-canvas);
    color: var(--rendev-text);
  }
  .bar {
    display: flex;
    justify-content: space-between;
    gap: 4px;
    padding: 12px 8px calc(12px + env(safe-area-inset-bottom, 0px));
  }
  .group,
  .bar rendev-menu {
    display: contents;
  }
  .control {
    position: relative;
    display: grid;
    flex: 1 1 44px;
    place-items: center;
    min-inline-size: 44px;
    max-inline-size: 64px;
    block-size: 48px;
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: var(--rendev-control);
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .control:hover {
    background: var(--rendev-control-hover);
  }
  .control[aria-expanded='true'] {
    background: var(--rendev-accent-soft);
  }
  .control.off {
    background: var(--rendev-control-off);
    color: var(--rendev-on-control-off);
  }
  .control.off:hover {
    background: color-mix(in srgb, var(--rendev-control-off), #fff 8%);
  }
  .control.active {
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
  }
  .control.leave {
    background: var(--rendev-danger-solid);
    color: var(--rendev-on-danger-solid);
    font-weight: 600;
  }
  .control.leave:hover {
    background: color-mix(in srgb, var(--rendev-danger-solid), #000 12%);
  }
  .control.leave span {
    position: absolute;
    clip-path: inset(50%);
  }
  .roomy,
  .not-tiny {
    display: none !important;
  }
  .badge::after {
    content: attr(data-count);
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    padding-inline: 5px;
    border-radius: 10px;
    background: var(--rendev-text);
    box-shadow: 0 0 0 2px var(--rendev-canvas);
    color: var(--rendev-canvas);
    font-size: 12px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
  }
  @container not ${NOT_TINY} {
    .bar {
      gap: 2px;
      padding-inline: 2px;
    }
  }
  @container ${NOT_TINY} {
    .not-tiny {
      display: grid !important;
    }
  }
  @container ${ROOMY} {
    .bar {
      justify-content: center;
      gap: 20px;
      padding-inline: 12px;
    }
    .group {
      display: flex;
      gap: 8px;
    }
    .control {
      flex: none;
      inline-size: 48px;
    }
    .roomy {
      display: grid !important;
    }
    rendev-menu.roomy {
      display: contents !important;
    }
    .control.leave {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      inline-size: auto;
      max-inline-size: none;
      padding-inline: 18px;
    }
    .control.leave span {
      position: static;
      clip-path: none;
    }
  }
  @media (forced-colors: active) {
    .control {
      border: 1px solid ButtonBorder;
    }
    .control[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    .badge {
      border: 1px solid CanvasText;
    }
  }
`;
