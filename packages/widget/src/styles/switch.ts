import { css } from 'lit';

/** Something that is on or off, with its words before it in a `.setting`. */
export const switches = css`
  .setting {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
  }
  .setting > .label {
    flex: 1;
    font-weight: 600;
  }
  .switch {
    position: relative;
    flex: none;
    inline-size: 52px;
    block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .switch::before {
    content: '';
    position: absolute;
    inset: 6px 0;
    border: 2px solid var(--rendev-line-strong);
    border-radius: 16px;
    background: var(--rendev-surface);
    transition:
      background-color var(--rendev-motion),
      border-color var(--rendev-motion);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 13px;
    inset-inline-start: 8px;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--rendev-line-strong);
    transition: inset-inline-start var(--rendev-motion);
  }
  .switch[aria-checked='true']::before {
    border-color: var(--rendev-accent);
    background: var(--rendev-accent);
  }
  .switch[aria-checked='true']::after {
    inset-inline-start: 26px;
    background: var(--rendev-on-accent);
  }
  @media (forced-colors: active) {
    .switch::after {
      background: ButtonText;
    }
    .switch[aria-checked='true']::before {
      background: Highlight;
    }
    .switch[aria-checked='true']::after {
      background: HighlightText;
    }
  }
`;
