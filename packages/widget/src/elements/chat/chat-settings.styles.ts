import { css } from 'lit';

export const chatSettingsStyles = css`
  :host {
    margin-inline-start: auto;
  }
  .settings {
    position: relative;
  }
  .opener svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .menu {
    position: absolute;
    inset-block-start: calc(100% + var(--rendev-space));
    /* Under the button beside it too: to the edge of a narrow panel. */
    inset-inline-end: -44px;
    z-index: 3;
    display: grid;
    gap: calc(var(--rendev-space) * 3);
    inline-size: min(280px, 100cqi - 16px);
    padding: calc(var(--rendev-space) * 4);
    border: 1px solid var(--rendev-line);
    border-radius: var(--rendev-radius);
    background: var(--rendev-surface);
    color: var(--rendev-text);
    box-shadow: var(--rendev-elevation-float);
  }
  .choice {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--rendev-space) * 3);
  }
  .choice p {
    display: grid;
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
  .blocked {
    color: var(--rendev-danger);
  }
  .blocked:empty {
    display: none;
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
