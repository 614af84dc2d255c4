import { css } from 'lit';

/** A tile is as large as it is given; what it says takes the room that it has. */
export const tileStyles = css`
  :host {
    /* The stage sets them; a page around it does not. */
    --name-limit: initial;
    --tile-actions: initial;
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    container-type: size;
    border-radius: var(--rendev-radius-tile);
    background: var(--rendev-tile);
    color: var(--rendev-on-scrim);
  }
  .tile {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transition: opacity var(--rendev-motion);
  }
  .mirrored {
    scale: -1 1;
  }
  .screen {
    object-fit: contain;
    background: #000;
  }
  .off {
    visibility: hidden;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: clamp(36px, 34cqmin, 128px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--rendev-avatar);
    color: var(--rendev-on-avatar);
    font-size: clamp(18px, 14cqmin, 52px);
    font-weight: 600;
  }
  .still {
    display: grid;
    justify-items: center;
    gap: 10px;
    max-inline-size: 100%;
    padding-inline: 10px;
  }
  .note {
    font-size: var(--rendev-type-small);
    line-height: 1.4;
    text-align: center;
    text-wrap: balance;
  }
  /* Over the picture. */
  video:not(.off) ~ .note {
    position: absolute;
    inset-block-start: 6px;
    max-inline-size: calc(100% - 12px);
    padding: 4px 8px;
    border-radius: 10px;
    background: var(--rendev-scrim);
  }
  :host([dimmed]) video,
  :host([dimmed]) .avatar {
    opacity: 0.35;
  }
  video:not(.off) ~ .condition {
    position: absolute;
  }
  .condition {
    max-inline-size: 90%;
    padding: 4px 12px;
    border-radius: 20px;
    background: var(--rendev-scrim);
    font-size: var(--rendev-type-small);
    text-align: center;
  }
  .still .condition {
    max-inline-size: 100%;
  }

  .foot {
    position: absolute;
    inset-block-end: 10px;
    inset-inline-start: 10px;
    display: flex;
    align-items: stretch;
    gap: 6px;
    max-inline-size: min(100% - 20px, var(--name-limit, 100%));
    font-size: var(--rendev-type-small);
  }
  .name,
  .hand {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding: 3px 10px 3px 8px;
    border-radius: 8px;
    background: var(--rendev-scrim);
  }
  .name:dir(rtl) {
    padding: 3px 8px 3px 10px;
  }
  .hand {
    flex: none;
    padding-inline: 6px;
    background: var(--rendev-warning);
    color: var(--rendev-canvas);
  }
  .foot svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .silent {
    opacity: 0.55;
  }
  .name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  :host::after {
    content: '';
    position: absolute;
    inset: 0;
    padding: 3px;
    border-radius: inherit;
    background: var(--rendev-gradient);
    mask:
      linear-gradient(#000 0 0) content-box exclude,
      linear-gradient(#000 0 0);
    opacity: 0;
    pointer-events: none;
    transition: opacity var(--rendev-motion);
  }
  :host([speaking])::after {
    opacity: 1;
  }

  .reactions {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .reaction {
    position: absolute;
    inset-block-end: 18%;
    inset-inline-start: 50%;
    margin-inline-start: -0.6em;
    font-size: clamp(26px, 17cqmin, 56px);
    line-height: 1.2;
    animation: float 4s cubic-bezier(0.2, 0.6, 0.4, 1) both;
  }
  .reaction[data-lane='1'] {
    inset-inline-start: 34%;
  }
  .reaction[data-lane='2'] {
    inset-inline-start: 66%;
  }
  @keyframes float {
    from {
      translate: 0 40%;
      scale: 0.6;
      opacity: 0;
    }
    12% {
      scale: 1;
      opacity: 1;
    }
    70% {
      opacity: 1;
    }
    to {
      translate: 0 -46cqb;
      opacity: 0;
    }
  }
  @keyframes fade {
    from,
    to {
      opacity: 0;
    }
    12%,
    70% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: fade 4s both !important;
    }
  }

  @container (max-width: 260px) or (max-height: 200px) {
    .more {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  /* The reason has the room that the letter would take. */
  @container (max-width: 180px) or (max-height: 150px) {
    .still:has(p) .avatar {
      display: none;
    }
    .still {
      margin-block-end: 20px;
    }
    .condition,
    .note {
      font-size: 12px;
      line-height: 1.35;
    }
    .condition {
      padding: 2px 8px;
      border-radius: 8px;
    }
  }
  @container (max-width: 180px) {
    .foot {
      inset-block-end: 5px;
      inset-inline-start: 5px;
      max-inline-size: calc(100% - 10px);
      gap: 4px;
    }
    .name {
      gap: 4px;
      padding: 1px 7px 1px 5px;
    }
    .name:dir(rtl) {
      padding: 1px 5px 1px 7px;
    }
    .hand {
      padding: 1px 4px;
    }
  }
  /* A face in a strip on the narrowest phone. */
  @container (max-width: 110px) or (max-height: 90px) {
    .foot {
      font-size: 12px;
      line-height: 1.4;
    }
    .foot svg {
      inline-size: 14px;
      block-size: 14px;
    }
    .condition,
    .note {
      padding: 1px 4px;
      font-size: 12px;
      line-height: 1.25;
    }
  }
  /* Above the name, which would have no room beside it. */
  @container (max-width: 110px) {
    .hand {
      position: absolute;
      inset-block-end: calc(100% + 3px);
    }
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
    :host::after {
      display: none;
    }
    :host([speaking]) {
      border: 4px solid Highlight;
    }
    .name,
    .hand,
    .condition {
      border: 1px solid CanvasText;
    }
  }
`;
