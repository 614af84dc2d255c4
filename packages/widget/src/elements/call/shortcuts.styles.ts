import { css } from 'lit';

export const shortcutsStyles = css`
  .shortcuts {
    flex: 1;
    min-block-size: 0;
    padding: 8px 16px 16px;
    overflow-y: auto;
  }
  dl {
    margin: 8px 0 20px;
  }
  dl > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 40px;
    border-block-end: 1px solid var(--rendev-line);
  }
  dl.unused {
    color: var(--rendev-text-muted);
  }
  dd {
    margin: 0;
  }
  kbd {
    display: inline-block;
    min-inline-size: 28px;
    padding: 0 7px;
    border: 1px solid var(--rendev-line-strong);
    border-block-end-width: 2px;
    border-radius: 6px;
    font: inherit;
    font-size: var(--rendev-type-small);
    line-height: 24px;
    text-align: center;
    white-space: nowrap;
  }
`;
