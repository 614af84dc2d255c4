import { css } from 'lit';

export const tileStyles = css`
  :host {
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    container-type: size;
    border-radius: var(--rendev-radius-tile);
    background: #202026;
    color: #f2f2f5;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transition: opacity var(--rendev-motion);
  }
  .self {
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
    inline-size: clamp(44px, 34cqmin, 128px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: #3a3550;
    color: #e9e3fb;
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
    font-size: 13px;
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
    background: rgb(14 14 17 / 72%);
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
    background: rgb(14 14 17 / 72%);
    font-size: 13px;
    text-align: center;
  }
  .still .condition {
    max-inline-size: 100%;
  }
  .name {
    position: absolute;
    inset-block-end: 10px;
    inset-inline-start: 10px;
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: min(100% - 20px, var(--name-limit, 100%));
    padding: 3px 10px;
    border-radius: 8px;
    background: rgb(14 14 17 / 72%);
    font-size: 13px;
  }
  .name svg {
    inline-size: 16px;
    block-size: 16px;
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
    .note {
      font-size: 12px;
    }
  }
  @container (max-width: 180px) {
    .name {
      inset-block-end: 6px;
      inset-inline-start: 6px;
      padding: 1px 7px;
    }
    .condition {
      border-radius: 8px;
      padding: 2px 8px;
    }
  }
`;
