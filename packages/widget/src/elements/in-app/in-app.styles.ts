import { css } from 'lit';

export const inAppStyles = css`
  .notice {
    display: grid;
    gap: calc(var(--rendev-space) * 2);
    padding: calc(var(--rendev-space) * 3) calc(var(--rendev-space) * 4);
    border: 1px solid var(--rendev-line);
    border-inline-start: 4px solid var(--rendev-warning);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-surface);
    text-align: start;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--rendev-space) * 2);
  }
  a.button {
    color: var(--rendev-text);
    text-decoration: none;
  }
  [role='status']:empty {
    display: none;
  }
`;
