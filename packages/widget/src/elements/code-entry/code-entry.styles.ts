import { css } from 'lit';

export const codeEntryStyles = css`
  .fields {
    display: grid;
    text-align: start;
  }
  .fields .field,
  .fields .problem {
    margin-block-start: 14px;
  }
  rendev-in-app:not(:defined) {
    display: none;
  }
  .lead {
    margin-block-start: -6px;
  }
  strong {
    color: var(--rendev-danger);
    font-weight: 600;
  }
`;
