import { css } from 'lit';

export const composerStyles = css`
  :host {
    flex: none;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  /* Always there, so that nothing moves when somebody types. */
  .above {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--rendev-space) * 3);
    flex: none;
    min-block-size: 20px;
    padding-inline: calc(var(--rendev-space) * 4);
  }
  .typing {
    flex: 1;
    block-size: 20px;
    min-inline-size: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .left,
  .over {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .left:empty,
  .over:empty {
    display: none;
  }
  .over {
    color: var(--rendev-danger);
  }
  form {
    position: relative;
    flex: none;
    display: flex;
    padding: var(--rendev-space) calc(var(--rendev-space) * 3)
      calc(var(--rendev-space) * 3 + env(safe-area-inset-bottom, 0px));
  }
  .input {
    flex: 1;
    /* Six lines. */
    max-block-size: calc(6lh + 25px);
    padding-inline-end: 96px;
    padding-block: 11px;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
    line-height: 1.45;
    /* Each line in the direction of its own script; the buttons keep their side. */
    unicode-bidi: plaintext;
  }
  form .icon-button {
    position: absolute;
    inset-block-end: calc(var(--rendev-space) * 3 + 2px + env(safe-area-inset-bottom, 0px));
  }
  .emoji {
    inset-inline-end: 58px;
    color: var(--rendev-text-muted);
  }
  .emoji[aria-expanded='true'] {
    color: var(--rendev-accent);
  }
  .send {
    inset-inline-end: 14px;
    color: var(--rendev-accent);
  }
  .picker {
    flex: none;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: min(320px, 52cqb);
    min-block-size: 150px;
    margin-block-start: var(--rendev-space);
    border-block: 1px solid var(--rendev-line);
  }
  .state {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: calc(var(--rendev-space) * 3);
    padding: calc(var(--rendev-space) * 4);
    text-align: center;
  }
`;
