import { css } from 'lit';

/**
 * What every element of ours starts from. Headings are where a screen reader begins, and nothing to
 * press, so they show no focus. In forced colours shadows and most backgrounds are gone: what can be
 * pressed, and what is, shows by its border.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h2,
  h3 {
    font-size: var(--rendev-type-heading);
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  /* Arabic letters are joined: spacing would tear them apart. */
  :is(h2, h3):lang(ar) {
    letter-spacing: normal;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  a {
    color: var(--rendev-accent);
  }
  svg {
    display: block;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .along:dir(rtl) {
    scale: -1 1;
  }
  :focus-visible {
    outline: 2px solid var(--rendev-accent);
    outline-offset: 2px;
  }
  :is(h2, h3):focus-visible {
    outline: none;
  }
  .muted {
    color: var(--rendev-text-muted);
  }
  .small {
    font-size: var(--rendev-type-small);
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    a {
      color: LinkText;
    }
    button {
      border: 1px solid ButtonBorder !important;
    }
    :is(
      [aria-pressed='true'],
      [aria-checked='true'],
      [aria-selected='true'],
      [aria-expanded='true']
    ) {
      border: 3px solid Highlight !important;
    }
    button[aria-disabled='true'],
    :disabled {
      border-color: GrayText !important;
      color: GrayText !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
