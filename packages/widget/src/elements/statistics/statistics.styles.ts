import { css } from 'lit';

export const statisticsStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .lines {
    padding: 4px 16px 16px;
    overflow-y: auto;
  }
  .lines:focus-visible {
    outline-offset: -2px;
  }
  section {
    display: grid;
    gap: 10px;
    padding-block: 12px 18px;
  }
  section + section {
    border-block-start: 1px solid var(--rendev-line);
  }
  h4 {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    margin: 0;
    font-size: 15px;
    font-weight: 600;
  }
  h4 bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .level {
    flex: none;
    font-size: 13px;
    color: var(--rendev-text-muted);
  }
  .good {
    color: var(--rendev-positive);
  }
  .weak,
  .reconnecting {
    color: var(--rendev-warning);
  }
  .lost {
    color: var(--rendev-danger);
  }
  dl {
    display: grid;
    gap: 4px;
    margin: 0;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  dt,
  th {
    font-weight: 400;
    color: var(--rendev-text-muted);
  }
  dd {
    margin: 0;
    text-align: end;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 2px 0;
    text-align: end;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  tbody th {
    text-align: start;
  }
  thead :first-child {
    inline-size: 38%;
  }
  .stream {
    padding-block-start: 10px;
    border-block-start: 1px solid var(--rendev-line);
    color: var(--rendev-text);
    font-weight: 600;
  }
`;
