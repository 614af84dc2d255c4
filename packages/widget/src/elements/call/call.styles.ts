import { css } from 'lit';

/** The frame of the call: top, stage, bar; the panel beside them or, on a phone, over them. */
export const callStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container-type: size;
  }
  .call {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    grid-template-areas: 'top' 'stage' 'bar';
    block-size: 100%;
    overflow: hidden;
  }
  /* It takes the focus of a press on the stage, so that keys are heard; there is nothing to see. */
  .call:focus {
    outline: none;
  }
  /* Always dark, so that faces come first. */
  .top,
  .stage {
    position: relative;
    color-scheme: dark;
    background: var(--rendev-canvas);
    color: var(--rendev-text);
  }
  .top {
    grid-area: top;
    display: flex;
    align-items: center;
    gap: 16px;
    min-block-size: 48px;
    padding: 2px 16px;
    font-size: var(--rendev-type-small);
  }
  .top h2 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: var(--rendev-type-body);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .top h2 bdi {
    white-space: nowrap;
  }
  .quality {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 6px;
    min-block-size: 44px;
    margin-inline-end: -8px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--rendev-radius-control);
    background: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .quality:hover,
  .quality[aria-expanded='true'] {
    background: var(--rendev-accent-soft);
  }
  .quality svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .quality.good {
    color: var(--rendev-positive);
  }
  .quality:is(.weak, .reconnecting) {
    color: var(--rendev-warning);
  }
  .quality.lost {
    color: var(--rendev-danger);
  }
  .panel {
    grid-area: panel;
    z-index: 2;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border-radius: 20px 20px 0 0;
    background: var(--rendev-surface);
    box-shadow: var(--rendev-elevation-sheet);
    animation: rise var(--rendev-motion);
  }
  @keyframes rise {
    from {
      translate: 0 16px;
      opacity: 0;
    }
  }
  .panel-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex: none;
    padding: 8px 8px 4px 16px;
  }
  .panel-head h3 {
    font-size: var(--rendev-type-lead);
  }
  .panel > rendev-chat,
  .panel > rendev-people,
  .panel > rendev-devices,
  .panel > rendev-statistics {
    flex: 1;
    min-block-size: 0;
  }
  .panel > rendev-devices {
    padding: 12px 16px 16px;
    overflow-y: auto;
  }
  .panel-text {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 32px 16px;
    text-align: center;
  }
  @container (max-width: 479px) {
    .top {
      gap: 12px;
      padding-inline: 12px;
    }
    .quality {
      min-inline-size: 44px;
    }
    .quality.good .word {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  /* A sheet in place of the bar: what it would lie over cannot be reached, nor get the focus. */
  @container (max-width: 719px) {
    .with-panel {
      grid-template-rows: auto minmax(0, 1fr) min(76cqb, 560px);
      grid-template-areas: 'top' 'stage' 'panel';
    }
    .with-panel > .bar-room {
      display: none;
    }
  }
  @container (max-width: 719px) and (max-height: 420px) {
    .with-panel {
      grid-template-rows: minmax(0, 1fr);
      grid-template-areas: 'panel';
    }
    .with-panel > .panel {
      border-radius: 0;
    }
    .with-panel > :is(.top, .stage) {
      display: none;
    }
  }
  @container (min-width: 720px) {
    /* Of the longest word, so that what stands before it keeps its place. */
    .quality {
      min-inline-size: 148px;
    }
    .with-panel {
      grid-template-columns: minmax(0, 1fr) minmax(300px, 26%);
      grid-template-areas: 'top panel' 'stage panel' 'bar panel';
    }
    .panel {
      border-radius: 0;
      border-inline-start: 1px solid var(--rendev-line);
      box-shadow: none;
      animation: none;
    }
  }
`;
