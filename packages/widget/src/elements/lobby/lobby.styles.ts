import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    min-block-size: inherit;
    block-size: 100%;
  }
  .lobby {
    display: grid;
    align-content: center;
    gap: 20px;
    padding: 16px 16px 0;
  }
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    aspect-ratio: 16 / 10;
    border-radius: var(--rendev-radius-tile);
    color-scheme: dark;
    background: var(--rendev-surface);
    color: var(--rendev-text);
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
    padding: 16px 16px 64px;
    text-align: center;
    color: var(--rendev-text-muted);
  }
  .toggles {
    position: absolute;
    inset-block-end: 14px;
    display: flex;
    gap: 12px;
  }
  .toggle {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border: 1px solid rgb(255 255 255 / 18%);
    border-radius: 50%;
    background: rgb(14 14 17 / 72%);
    color: #fff;
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .toggle:hover {
    background: rgb(14 14 17 / 92%);
  }
  .toggle[data-on='false'] {
    background: #c9342b;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 22px;
  }
  .title {
    font-size: 28px;
    letter-spacing: -0.02em;
  }
  .title::after {
    content: '';
    display: block;
    inline-size: 48px;
    block-size: 3px;
    margin-block-start: 10px;
    border-radius: 3px;
    background: var(--rendev-gradient);
  }
  .missing,
  strong {
    color: var(--rendev-danger);
  }
  strong {
    font-weight: 600;
  }
  /* The one next step is always in reach. */
  .go {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 10px;
    margin-inline: -16px;
    padding: 12px 16px calc(16px + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--rendev-line);
    background: var(--rendev-canvas);
  }
  .tip {
    text-align: center;
    text-wrap: balance;
  }
  .inside {
    display: flex;
    gap: 8px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .inside svg {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 1px;
    color: var(--rendev-text-muted);
  }
  @container (min-width: 720px) {
    .lobby {
      grid-template-columns: minmax(0, 1.5fr) minmax(280px, 1fr);
      align-items: center;
      gap: 40px;
      inline-size: min(100%, 1120px);
      margin-inline: auto;
      padding: 32px 40px;
    }
    .preview {
      position: sticky;
      inset-block-start: 32px;
    }
    .go {
      margin-inline: 0;
      padding: 16px 0;
    }
  }
  @media (forced-colors: active) {
    .toggle[data-on='true'] {
      border: 3px solid Highlight;
    }
  }
`;
