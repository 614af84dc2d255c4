import { css } from 'lit';

export const endedStyles = css`
  figure {
    display: grid;
    gap: calc(var(--rendev-space) * 2);
    margin: 0;
    padding: calc(var(--rendev-space) * 4);
    border-inline-start: 4px solid var(--rendev-accent);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-accent-soft);
    text-align: start;
  }
  blockquote {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  blockquote p {
    text-wrap: pretty;
  }
`;
