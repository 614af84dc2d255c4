import { css } from 'lit';

/**
 * Where the tiles stand. They are never moved in the document, so that no picture starts anew: their
 * `order` says who comes first, and sizes come from how many they are and how wide the stage is.
 */
export const stageStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container: stage / size;
  }
  .tiles {
    --gap: 10px;
    --side: max(12px, env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px));
    position: absolute;
    inset: 0 var(--side);
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    gap: var(--gap);
  }
  .alone {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    gap: 4px;
    padding: 24px;
    text-align: center;
  }
  .lead {
    font-size: var(--rendev-type-heading);
    font-weight: 600;
  }

  /* Even tiles; a short last row stands in the middle. */
  rendev-tile {
    --columns: 1;
    --rows: 1;
    /* A little less, as rounding must not break a row. */
    inline-size: calc((100% - (var(--columns) - 1) * var(--gap)) / var(--columns) - 0.02px);
    block-size: calc((100% - (var(--rows) - 1) * var(--gap)) / var(--rows) - 0.02px);
  }
  [data-count='2'] > rendev-tile {
    --columns: 2;
  }
  :is([data-count='3'], [data-count='4']) > rendev-tile {
    --columns: 2;
    --rows: 2;
  }
  :is([data-count='5'], [data-count='6']) > rendev-tile {
    --columns: 3;
    --rows: 2;
  }
  @container stage (min-aspect-ratio: 5/2) {
    [data-count='3'] > rendev-tile {
      --columns: 3;
      --rows: 1;
    }
  }
  @container stage (min-aspect-ratio: 4/1) {
    :is([data-count='4'], [data-count='5'], [data-count='6']) > rendev-tile {
      --columns: 6;
      --rows: 1;
    }
    [data-count='4'] > rendev-tile {
      --columns: 4;
    }
    [data-count='5'] > rendev-tile {
      --columns: 5;
    }
  }
  @container stage (max-aspect-ratio: 1) {
    .tiles {
      --gap: 8px;
      --side: 8px;
    }
    [data-count='2'] > rendev-tile {
      --columns: 1;
      --rows: 2;
    }
    [data-count='3'] > rendev-tile {
      --columns: 1;
      --rows: 3;
    }
    :is([data-count='5'], [data-count='6']) > rendev-tile {
      --columns: 2;
      --rows: 3;
    }
  }

  /* One large, oneself in a corner of it. */
  [data-layout='duo'] > .large {
    --name-limit: 62%;
    position: absolute;
    inset: 0;
    inline-size: auto;
    block-size: auto;
  }
  .floating {
    position: absolute;
    z-index: 1;
    inline-size: clamp(112px, min(21cqi, 62cqb), max(260px, 11cqi));
    block-size: auto;
    aspect-ratio: 16 / 10;
    box-shadow:
      0 0 0 2px rgb(14 14 17 / 80%),
      var(--rendev-elevation-float);
    cursor: grab;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    transition: translate var(--rendev-motion-far);
  }
  .floating[dragging] {
    cursor: grabbing;
    transition: none;
  }
  [data-corner|='start'] > .floating {
    inset-block-start: 14px;
  }
  [data-corner|='end'] > .floating {
    inset-block-end: 14px;
  }
  [data-corner$='-start'] > .floating {
    inset-inline-start: 14px;
  }
  [data-corner$='-end'] > .floating {
    inset-inline-end: 14px;
  }
  /* Above the other's name. */
  [data-corner='end-start'] > .floating {
    inset-block-end: 48px;
  }
  /* The other's buttons are not under it. */
  [data-corner='start-end'] > .large {
    --tile-actions: 8px auto;
  }

  /* One large, the others in a strip beside it. */
  [data-layout='speaker'] {
    --strip: clamp(120px, 18cqi, max(240px, 10cqi));
    flex-direction: column;
    flex-wrap: nowrap;
    justify-content: center;
    align-content: stretch;
    align-items: flex-end;
  }
  [data-layout='speaker'] > rendev-tile {
    flex: 0 1 calc(var(--strip) * 0.625);
    inline-size: var(--strip);
    block-size: auto;
  }
  [data-layout='speaker'] > .large {
    position: absolute;
    inset-block: 0;
    inset-inline: 0 calc(var(--strip) + var(--gap));
    inline-size: auto;
  }
  @container stage (max-aspect-ratio: 1) {
    .floating {
      inline-size: clamp(92px, 27cqi, max(160px, 18cqi));
      aspect-ratio: 3 / 4;
    }
    [data-layout='speaker'] {
      --strip: clamp(72px, 22cqb, max(132px, 14cqb));
      flex-direction: row;
      align-items: flex-end;
    }
    [data-layout='speaker'] > rendev-tile {
      flex: 0 1 calc(var(--strip) * 1.2);
      inline-size: auto;
      block-size: var(--strip);
    }
    [data-layout='speaker'] > .large {
      block-size: auto;
      inset-inline: 0;
      inset-block: 0 calc(var(--strip) + var(--gap));
    }
  }
  /* Two rows of faces, where one would make them too small to know anybody by. */
  @container stage (max-aspect-ratio: 1) and (max-width: 480px) {
    [data-layout='speaker']:not(
      [data-count='1'],
      [data-count='2'],
      [data-count='3'],
      [data-count='4']
    ) {
      --strip: clamp(140px, 36cqb, 184px);
      flex-wrap: wrap;
      align-content: flex-end;
    }
    [data-layout='speaker']:not(
        [data-count='1'],
        [data-count='2'],
        [data-count='3'],
        [data-count='4']
      )
      > rendev-tile:not(.large) {
      flex: 0 0 calc((100% - 2 * var(--gap)) / 3 - 0.02px);
      block-size: calc((var(--strip) - var(--gap)) / 2);
    }
  }

  /* Two columns, on a phone that lies on its side. */
  @container stage (min-aspect-ratio: 1) and (max-height: 400px) {
    [data-layout='speaker']:is([data-count='5'], [data-count='6'], [data-count='7']) {
      --strip: clamp(172px, 30cqi, 280px);
      flex-flow: row wrap;
      align-content: center;
      padding-inline-start: calc(100cqi - 2 * var(--side) - var(--strip));
    }
    [data-layout='speaker']:is([data-count='5'], [data-count='6'], [data-count='7'])
      > rendev-tile:not(.large) {
      flex: 0 0 calc((100% - var(--gap)) / 2 - 0.02px);
      block-size: calc((100% - 2 * var(--gap)) / 3 - 0.02px);
    }
  }

  .show-self {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0 14px;
    border: 0;
    border-radius: 22px;
    background: var(--rendev-scrim);
    box-shadow: 0 0 0 1px var(--rendev-line);
    color: var(--rendev-on-scrim);
    font-size: var(--rendev-type-small);
    cursor: pointer;
    transition: background-color var(--rendev-motion);
  }
  .show-self:hover {
    background: var(--rendev-control-hover);
  }
  /* The name ends before it. */
  .tiles:has(> .show-self) > rendev-tile {
    --name-limit: calc(100% - 64px);
  }
  .tiles:has(> .show-self) > .large {
    --name-limit: 62%;
  }
  /* In the corner of the large tile. */
  [data-layout='speaker'] > .show-self {
    inset-inline-end: calc(var(--strip) + var(--gap) + 8px);
  }
  @container stage (max-aspect-ratio: 1) {
    [data-layout='speaker'] > .show-self {
      inset-inline-end: 8px;
      inset-block-end: calc(var(--strip) + var(--gap) + 8px);
    }
  }
  @container stage (max-width: 479px) or (max-height: 300px) {
    .show-self {
      justify-content: center;
      padding: 0;
    }
    .show-self .word {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
