import { css } from 'lit';

export const devicesStyles = css`
  ul {
    display: grid;
    gap: 18px;
  }
  li {
    display: grid;
    gap: 6px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .row > svg {
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
  label,
  .label {
    flex: none;
    font-weight: 600;
  }
  .status {
    margin-inline-start: auto;
    font-size: 13px;
    text-align: end;
    color: var(--rendev-text-muted);
  }
  .status.on {
    color: var(--rendev-positive);
  }
  .status.interrupted {
    color: var(--rendev-warning);
  }
  .status.failed {
    color: var(--rendev-danger);
  }
  .row > .button {
    margin-inline-start: auto;
    margin-block: -8px;
  }
  rendev-level-meter {
    flex: 0 1 72px;
    min-inline-size: 24px;
  }
  .picker {
    position: relative;
  }
  select {
    appearance: none;
    padding-inline-end: 40px;
    text-overflow: ellipsis;
    cursor: pointer;
    font-size: 15px !important;
  }
  select:disabled {
    color: var(--rendev-text-muted);
    border-color: var(--rendev-line);
    cursor: default;
    opacity: 1;
  }
  .picker svg {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 12px;
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
    pointer-events: none;
  }
  .switch {
    position: relative;
    flex: none;
    inline-size: 52px;
    block-size: 32px;
    margin-block: -2px;
    margin-inline-start: auto;
    padding: 0;
    border: 2px solid var(--rendev-line-strong);
    border-radius: 16px;
    background: var(--rendev-surface);
    cursor: pointer;
    transition:
      background-color var(--rendev-motion),
      border-color var(--rendev-motion);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 5px;
    inset-inline-start: 6px;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--rendev-line-strong);
    transition: inset-inline-start var(--rendev-motion);
  }
  .switch[aria-checked='true'] {
    border-color: var(--rendev-accent);
    background: var(--rendev-accent);
  }
  .switch[aria-checked='true']::after {
    inset-inline-start: 24px;
    background: var(--rendev-on-accent);
  }
  @media (forced-colors: active) {
    .switch::after {
      background: ButtonText;
    }
    .switch[aria-checked='true'] {
      background: Highlight;
    }
  }
  .failure {
    display: grid;
    justify-items: start;
    gap: 8px;
    margin-block-start: 2px;
    font-size: 13px;
  }
  strong {
    color: var(--rendev-danger);
    font-weight: 600;
  }
`;
