import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(440px, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 24px;
    border: 0;
    border-radius: 20px;
    background: var(--rendev-surface);
    box-shadow:
      0 0 0 1px var(--rendev-line),
      var(--rendev-elevation-float);
    color: var(--rendev-text);
    font-size: var(--rendev-type-body);
  }
  dialog::backdrop {
    background: rgb(14 14 17 / 55%);
  }
  .ask {
    display: grid;
    gap: 12px;
  }
  h2 {
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  .ready {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .ready .button {
    padding-block: 4px;
    border-radius: 22px;
    font-weight: 500;
    text-align: start;
  }
  .ready .button[aria-pressed='true'] {
    border-color: var(--rendev-accent);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 8px;
  }
  .button.danger {
    background: var(--rendev-danger-solid);
    color: var(--rendev-on-danger-solid);
  }
  .button.danger:hover {
    border-color: var(--rendev-text);
  }
  /* Within reach of the thumb. */
  @media (max-width: 479px) {
    dialog {
      inline-size: 100%;
      max-inline-size: none;
      margin-block-end: 0;
      padding: 24px 16px calc(16px + env(safe-area-inset-bottom, 0px));
      border-radius: 20px 20px 0 0;
    }
    .answers > .button {
      flex: 1 1 120px;
      min-block-size: 48px;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
