import { css } from 'lit';

export const peopleStyles = css`
  :host {
    padding: 4px 16px 16px;
    overflow-y: auto;
  }
  h4 {
    margin: 12px 0 4px;
    font-size: var(--rendev-type-small);
    font-weight: 600;
    color: var(--rendev-text-muted);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 56px;
    border-block-end: 1px solid var(--rendev-line);
  }
  .who {
    flex: 1;
    min-inline-size: 96px;
    display: grid;
    line-height: 1.35;
    padding-block: 8px;
  }
  bdi {
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  li > svg,
  .off svg {
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
  li > .hand {
    color: var(--rendev-warning);
  }
  .off svg {
    color: var(--rendev-danger);
  }
  .answers {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }
  .icon-button {
    margin-inline-end: -10px;
  }
  section {
    margin-block-start: 20px;
  }
  .minutes {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 4px 12px;
  }
  .minutes > .button {
    flex: 1;
  }
  .button.end {
    inline-size: 100%;
    margin-block: 8px;
    color: var(--rendev-danger);
  }
`;
