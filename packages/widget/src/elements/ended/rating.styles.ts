import { css } from 'lit';

export const ratingStyles = css`
  :host {
    container-type: inline-size;
    padding-block-start: calc(var(--rendev-space) * 5);
    border-block-start: 1px solid var(--rendev-line);
  }
  form {
    display: grid;
    gap: calc(var(--rendev-space) * 4);
    text-align: start;
  }
  fieldset {
    display: grid;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: calc(var(--rendev-space) * 3);
    margin-inline: auto;
    font-weight: 600;
    text-align: center;
  }
  .scores {
    display: grid;
    gap: calc(var(--rendev-space) * 1.5);
  }
  .scores label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    padding: calc(var(--rendev-space) * 1.5);
    border: 1.5px solid var(--rendev-line-strong);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-surface);
    font-size: var(--rendev-type-small);
    text-align: center;
    cursor: pointer;
    transition:
      background-color var(--rendev-motion),
      border-color var(--rendev-motion);
  }
  .scores label:hover {
    border-color: var(--rendev-accent);
  }
  .scores input {
    position: absolute;
    inset: 0;
    margin: 0;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  .scores label:has(:checked) {
    border-color: var(--rendev-accent);
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
    font-weight: 600;
  }
  @container (min-width: 360px) {
    .scores {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .scores label {
      min-block-size: 52px;
    }
  }
  textarea {
    resize: vertical;
  }
  .button {
    justify-self: center;
  }
  .thanks {
    text-align: center;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .scores label:has(:checked) {
      outline: 3px solid Highlight;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
