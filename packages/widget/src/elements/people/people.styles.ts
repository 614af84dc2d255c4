import { css } from 'lit';

export const peopleStyles = css`
  :host {
    padding: 4px 16px 16px;
    overflow-y: auto;
  }
  h4 {
    margin: 12px 0 4px;
    font-size: 13px;
    font-weight: 600;
    color: var(--rendev-text-muted);
  }
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 52px;
    border-block-end: 1px solid var(--rendev-line);
  }
  .who {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    line-height: 1.35;
    padding-block: 8px;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  li svg {
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
  .off svg {
    color: var(--rendev-danger);
  }
`;
