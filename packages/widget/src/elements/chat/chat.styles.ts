import { css } from 'lit';

export const chatStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
  }
  .log {
    flex: 1;
    min-block-size: 0;
    padding: 4px 16px 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  ol {
    display: grid;
    gap: 4px;
  }
  li {
    display: grid;
    justify-items: start;
    max-inline-size: 88%;
  }
  .mine {
    justify-items: end;
    margin-inline-start: auto;
  }
  .head {
    margin-block: 12px 4px;
    overflow-wrap: anywhere;
  }
  time {
    margin-inline-start: 4px;
    white-space: nowrap;
  }
  .bubble {
    max-inline-size: 100%;
    padding: 8px 12px;
    border-radius: 14px;
    background: var(--rendev-canvas);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .mine .bubble {
    background: var(--rendev-accent-soft);
  }
  .bubble.sending {
    opacity: 0.7;
  }
  .bubble.failed {
    box-shadow: inset 0 0 0 1.5px var(--rendev-danger);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: 0 4px;
    color: var(--rendev-danger);
    text-align: end;
  }
  .empty {
    display: grid;
    align-content: center;
    gap: 4px;
    min-block-size: 100%;
    padding-inline: 16px;
    text-align: center;
  }
  .newer {
    position: absolute;
    inset-block-end: 104px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
  }
  .newer svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .typing {
    flex: none;
    block-size: 20px;
    padding-inline: 16px;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  form {
    position: relative;
    display: flex;
    align-items: end;
    flex-wrap: wrap;
    padding: 4px 12px calc(12px + env(safe-area-inset-bottom, 0px));
  }
  textarea {
    flex: 1;
    max-block-size: 132px;
    padding-inline-end: 52px !important;
    padding-block: 11px !important;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
    line-height: 1.45;
  }
  .send {
    position: absolute;
    inset-inline-end: 14px;
    inset-block-start: 6px;
    color: var(--rendev-accent);
  }
  .over {
    flex-basis: 100%;
    color: var(--rendev-danger);
  }
`;
