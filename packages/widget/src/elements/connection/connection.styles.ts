import { css } from 'lit';

export const connectionStyles = css`
  :host {
    display: grid;
    gap: 6px;
  }
  :host([hidden]) {
    display: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .row > svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
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
  .good {
    color: var(--rendev-positive);
  }
  .limited {
    color: var(--rendev-warning);
  }
  .blocked {
    color: var(--rendev-danger);
  }
  .help {
    display: grid;
    justify-items: start;
    gap: 8px;
  }
`;
