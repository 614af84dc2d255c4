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
    font-size: var(--rendev-type-small);
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
  .row > .switch {
    margin-block: -8px;
    margin-inline-start: auto;
  }
  .failure {
    display: grid;
    justify-items: start;
    gap: 8px;
    margin-block-start: 2px;
    font-size: var(--rendev-type-small);
  }
  strong {
    color: var(--rendev-danger);
    font-weight: 600;
  }
`;
