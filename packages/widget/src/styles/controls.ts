import { css } from 'lit';

/** Buttons and fields, whose letters are 16 px at least, as a phone zooms in on smaller ones. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--rendev-space) * 2);
    min-block-size: 44px;
    padding: calc(var(--rendev-space) * 2) calc(var(--rendev-space) * 4.5);
    border: 2px solid transparent;
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-accent-soft);
    color: var(--rendev-text);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    transition:
      background-color var(--rendev-motion),
      border-color var(--rendev-motion);
  }
  .button:hover {
    border-color: var(--rendev-accent);
  }
  .button.primary {
    min-block-size: 52px;
    background:
      linear-gradient(var(--rendev-accent), var(--rendev-accent)) padding-box,
      linear-gradient(var(--rendev-accent), var(--rendev-accent)) border-box;
    color: var(--rendev-on-accent);
  }
  .button.primary:hover {
    border-color: transparent;
    background:
      linear-gradient(var(--rendev-accent), var(--rendev-accent)) padding-box,
      var(--rendev-gradient) border-box;
  }
  .button.quiet {
    background: none;
    color: var(--rendev-accent);
  }
  .button.compact {
    padding-inline: calc(var(--rendev-space) * 3);
    font-size: var(--rendev-type-small);
  }
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.75;
  }
  .icon-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--rendev-radius-control);
    background: none;
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .icon-button:hover {
    background: var(--rendev-accent-soft);
  }
  .field {
    display: grid;
    gap: calc(var(--rendev-space) * 1.5);
  }
  .field > label {
    font-weight: 600;
  }
  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 48px;
    padding: calc(var(--rendev-space) * 2) calc(var(--rendev-space) * 3.5);
    border: 1.5px solid var(--rendev-line-strong);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-surface);
    font-size: max(16px, var(--rendev-type-body));
  }
  .input:focus-visible {
    outline-offset: -1.5px;
  }
  .input::placeholder {
    color: var(--rendev-text-muted);
    opacity: 1;
  }
  .problem {
    display: flex;
    gap: 8px;
    color: var(--rendev-danger);
    text-align: start;
  }
  .problem svg {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 1px;
  }
  .problem span {
    color: var(--rendev-text-muted);
  }
  .spinner {
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-contrast: more) {
    .button {
      border-color: var(--rendev-line-strong);
    }
  }
  @media (forced-colors: active) {
    .button.quiet {
      color: ButtonText;
    }
    .button.primary {
      border: 3px solid Highlight !important;
    }
  }
`;
