import { css } from 'lit';

export const previewStyles = css`
  :host {
    display: grid;
    container-type: inline-size;
  }
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    aspect-ratio: 16 / 10;
    border-radius: var(--rendev-radius-tile);
    color-scheme: dark;
    background: var(--rendev-tile);
    color: var(--rendev-text);
  }
  .why {
    place-content: center;
    gap: calc(var(--rendev-space) * 3);
    min-block-size: 100%;
    padding: calc(var(--rendev-space) * 6) calc(var(--rendev-space) * 5);
    text-align: center;
    text-wrap: balance;
  }
  @container (max-width: 480px) {
    .why {
      aspect-ratio: auto;
    }
  }
  .why p {
    max-inline-size: 44ch;
    color: var(--rendev-text-muted);
  }
  .icons {
    display: flex;
    gap: calc(var(--rendev-space) * 3);
    color: var(--rendev-accent);
  }
  .icons svg {
    inline-size: 32px;
    block-size: 32px;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    scale: -1 1;
  }
  .no-picture {
    padding: calc(var(--rendev-space) * 4) calc(var(--rendev-space) * 4)
      calc(var(--rendev-space) * 16);
    text-align: center;
    text-wrap: balance;
    color: var(--rendev-text-muted);
  }
  .toggles {
    position: absolute;
    inset-block-end: 14px;
    display: flex;
    gap: calc(var(--rendev-space) * 3);
  }
  .toggle {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border: 1px solid color-mix(in srgb, var(--rendev-on-scrim) 25%, transparent);
    border-radius: 50%;
    background: var(--rendev-scrim);
    color: var(--rendev-on-scrim);
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .toggle:hover {
    background: var(--rendev-surface);
  }
  .toggle[data-on='false'] {
    background: var(--rendev-danger-solid);
    color: var(--rendev-on-danger-solid);
  }
  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }
    .toggle[data-on='true'] {
      border: 3px solid Highlight !important;
    }
  }
`;
