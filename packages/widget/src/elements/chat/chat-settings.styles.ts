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
  .setting > p {
    display: grid;
    flex: 1;
  }
  .blocked {
    color: var(--rendev-danger);
  }
  .blocked:empty {
    display: none;
  }
`;
