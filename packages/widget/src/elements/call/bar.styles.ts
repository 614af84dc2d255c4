import { css } from 'lit';

export const barStyles = css`
  .bar {
    grid-area: bar;
    display: flex;
    justify-content: center;
    gap: 20px;
    padding: 12px 12px calc(12px + env(safe-area-inset-bottom, 0px));
  }
  .group {
    display: flex;
    gap: 8px;
  }
  .control {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: #26262d;
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .control:hover {
    background: #34343d;
  }
  .control.off {
    background: #4a2320;
    color: #ffb4ad;
  }
  .control.off:hover {
    background: #5a2b27;
  }
  .control.active {
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
  }
  .control.leave {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    inline-size: auto;
    padding-inline: 18px;
    background: #c9342b;
    color: #fff;
    font-weight: 600;
  }
  .control.leave:hover {
    background: #b22a22;
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
    background: #f2f2f5;
    box-shadow: 0 0 0 2px var(--rendev-canvas);
    color: #1b1b20;
    font-size: 12px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
  }
  @container (max-width: 600px) {
    .bar {
      justify-content: space-between;
      gap: 4px;
      padding-inline: 8px;
    }
    .bar,
    .group {
      gap: 4px;
    }
    .group {
      display: contents;
    }
    .control {
      flex: 1 1 44px;
      max-inline-size: 64px;
    }
    .control.leave {
      padding-inline: 4px;
    }
    .control.leave span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .control {
      border: 1px solid ButtonBorder;
    }
    .control[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
