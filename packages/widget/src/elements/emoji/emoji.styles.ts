import { css } from 'lit';

export const emojiStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    padding: calc(var(--rendev-space) * 2) calc(var(--rendev-space) * 3) 0;
  }
  .input {
    flex: none;
    min-block-size: 44px;
  }
  .tabs {
    flex: none;
    display: flex;
    margin-block-start: var(--rendev-space);
    border-block-end: 1px solid var(--rendev-line);
    overflow: auto hidden;
    scrollbar-width: none;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  [role='tab'] {
    flex: 1 0 44px;
    min-block-size: 44px;
    font-size: 18px;
    border-block-end: 3px solid transparent;
    filter: grayscale(1);
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--rendev-accent);
    filter: none;
  }
  .grid {
    flex: 1;
    min-block-size: 0;
    padding-block: var(--rendev-space);
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(var(--columns, 6), minmax(44px, 1fr));
    justify-items: center;
    block-size: 44px;
    content-visibility: auto;
    contain-intrinsic-block-size: 44px;
  }
  .row button {
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--rendev-radius-control);
    font-size: 26px;
    line-height: 1;
  }
  .row button:hover {
    background: var(--rendev-accent-soft);
  }
  :focus-visible {
    outline-offset: -2px;
  }
  .nothing {
    margin: auto;
    padding: calc(var(--rendev-space) * 4);
  }
`;
