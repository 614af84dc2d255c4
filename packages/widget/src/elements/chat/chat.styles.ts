import { css } from 'lit';

export const chatStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-block-size: 0;
    block-size: 100%;
    container-type: size;
  }
  .middle {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .log {
    flex: 1;
    min-block-size: 0;
    padding: var(--rendev-space) calc(var(--rendev-space) * 4) calc(var(--rendev-space) * 2);
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .earlier {
    display: flex;
    margin: 0 auto var(--rendev-space);
  }
  /* Pages out of sight are not laid out. Only where the browser then keeps the place by itself; and not
     at the end, where the log has to know its height. */
  @supports (overflow-anchor: auto) {
    .page:not(:nth-last-child(-n + 2)) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 1100px;
    }
  }
  .line {
    display: grid;
    justify-items: start;
    gap: 2px;
    margin-block-start: var(--rendev-space);
    border-radius: var(--rendev-radius);
  }
  .line.new-author {
    margin-block-start: calc(var(--rendev-space) * 3);
  }
  .line:focus-visible {
    outline-offset: 1px;
  }
  .mine {
    justify-items: end;
  }
  .day {
    justify-self: center;
    margin-block: calc(var(--rendev-space) * 2);
  }
  .name {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    align-items: end;
    gap: calc(var(--rendev-space) * 1.5);
    inline-size: min(100%, 560px);
  }
  .mine .row {
    flex-direction: row-reverse;
  }
  /* Leaves room beside it for the time, or the button. */
  .body {
    position: relative;
    min-inline-size: 0;
    max-inline-size: calc(100% - 48px);
  }
  .bubble {
    padding: calc(var(--rendev-space) * 2) calc(var(--rendev-space) * 3);
    border-radius: 14px;
    background: var(--rendev-canvas);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .mine .bubble {
    background: var(--rendev-accent-soft);
  }
  .bubble.emoji {
    padding-block: 0;
    background: none;
    font-size: 36px;
    line-height: 1.3;
  }
  .bubble.sending {
    opacity: 0.7;
  }
  .bubble.failed {
    box-shadow: inset 0 0 0 1.5px var(--rendev-danger);
  }
  .leads-to {
    color: var(--rendev-text-muted);
    user-select: none;
  }
  .meta {
    flex: none;
    display: grid;
    font-size: 12px;
    line-height: 1.35;
    white-space: nowrap;
  }
  .mine .meta {
    justify-items: end;
  }
  .mark {
    color: var(--rendev-accent);
  }
  /* Over what is beside the bubble: nothing moves when it comes. */
  .copy {
    position: absolute;
    inset-block-end: -3px;
    inset-inline-start: calc(100% + 2px);
    background: var(--rendev-surface);
    color: var(--rendev-text-muted);
  }
  .copy.done {
    color: var(--rendev-positive);
  }
  .mine .copy {
    inset-inline: auto calc(100% + 2px);
  }
  .copy svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: 0 var(--rendev-space);
    max-inline-size: 88%;
    color: var(--rendev-danger);
    text-align: end;
  }
  .empty {
    display: grid;
    align-content: center;
    gap: var(--rendev-space);
    min-block-size: 100%;
    padding-inline: calc(var(--rendev-space) * 4);
    text-align: center;
  }
  .newer {
    position: absolute;
    inset-block-end: calc(var(--rendev-space) * 2);
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
    box-shadow: var(--rendev-elevation-float);
  }
  .newer.only-icon {
    padding-inline: calc(var(--rendev-space) * 3);
    background: var(--rendev-surface);
    color: var(--rendev-text);
  }
  .newer svg {
    inline-size: 18px;
    block-size: 18px;
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
    .mine .bubble {
      border-width: 2px;
    }
    .bubble.failed {
      outline: 2px dashed CanvasText;
    }
  }
`;
