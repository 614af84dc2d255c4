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
    padding: calc(var(--rendev-space) * 8) calc(var(--rendev-space) * 4);
  }
  .card {
    display: grid;
    gap: calc(var(--rendev-space) * 5);
    text-align: center;
  }
  .title {
    font-size: clamp(var(--rendev-type-heading), 8.4cqi, var(--rendev-type-title));
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
    font-size: var(--rendev-type-lead);
  }
  .stack {
    display: grid;
    gap: calc(var(--rendev-space) * 2);
  }
  @container (min-width: 560px) {
    .card {
      padding: calc(var(--rendev-space) * 11) calc(var(--rendev-space) * 10)
        calc(var(--rendev-space) * 10);
      border: 1px solid var(--rendev-line);
      border-radius: var(--rendev-radius-card);
      background: var(--rendev-surface);
      box-shadow: var(--rendev-elevation-card);
    }
  }
`;
