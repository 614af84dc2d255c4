import { css } from 'lit';

/** A screen of one column in the middle: code entry, countdown, waiting, ended. */
export const screen = css`
  :host {
    container-type: inline-size;
    display: grid;
    min-block-size: inherit;
    block-size: 100%;
  }
  .screen {
    display: grid;
    place-content: center;
    grid-template-columns: minmax(0, 440px);
    padding: 32px 16px;
  }
  .card {
    display: grid;
    gap: 20px;
    text-align: center;
  }
  .title {
    font-size: clamp(22px, 8.4cqi, 28px);
    line-height: 1.25;
    letter-spacing: -0.02em;
  }
  .title::after {
    content: '';
    display: block;
    inline-size: 64px;
    block-size: 3px;
    margin: 14px auto 0;
    border-radius: 3px;
    background: var(--rendev-gradient);
  }
  .card :is(h2, p) {
    text-wrap: balance;
  }
  .lead {
    font-size: 17px;
  }
  .stack {
    display: grid;
    gap: 8px;
  }
  @container (min-width: 560px) {
    .card {
      padding: 44px 40px 40px;
      border-radius: 24px;
      background: var(--rendev-surface);
      box-shadow:
        0 0 0 1px var(--rendev-line),
        0 24px 48px -32px rgb(27 27 32 / 25%);
    }
  }
`;
