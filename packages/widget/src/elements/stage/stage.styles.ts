import { css } from 'lit';

/** Where the tiles stand. They are never moved in the document, so that no picture starts anew. */
export const stageStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container: stage / size;
  }
  .tiles {
    position: absolute;
    inset: 0 12px;
    display: grid;
    gap: 10px;
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
    font-size: 22px;
    font-weight: 600;
  }

  /* One large, oneself in the corner. */
  [data-layout='duo'] {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* The name ends before the corner. */
  [data-layout='duo'] .person {
    --name-limit: 62%;
  }
  [data-layout='duo'] .self {
    position: absolute;
    inset-block-end: 14px;
    inset-inline-end: 14px;
    inline-size: clamp(112px, 21cqi, 260px);
    aspect-ratio: 16 / 10;
    box-shadow:
      0 0 0 2px rgb(14 14 17 / 80%),
      0 8px 24px rgb(0 0 0 / 45%);
  }

  /* Even tiles; each takes two tracks, so that a short last row stands in the middle. */
  [data-layout='grid'] {
    grid-template-columns: repeat(4, minmax(0, 1fr));
    grid-auto-rows: minmax(0, 1fr);
  }
  [data-layout='grid'] > * {
    grid-column: span 2;
  }
  [data-layout='grid'][data-count='3'] > :last-child {
    grid-column: 2 / span 2;
  }
  [data-layout='grid']:is([data-count='5'], [data-count='6']) {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  [data-layout='grid'][data-count='5'] > :nth-child(4) {
    grid-column: 2 / span 2;
  }

  /* A screen large, faces beside it. */
  [data-layout='screen'] {
    --strip: clamp(120px, 18cqi, 240px);
    grid-template-columns: minmax(0, 1fr) var(--strip);
    grid-auto-rows: minmax(0, 150px);
  }
  [data-layout='screen'] > * {
    grid-column: 2;
  }
  [data-layout='screen'] > .screen {
    position: absolute;
    grid-area: auto;
    inset: 0;
    inset-inline-end: calc(var(--strip) + 10px);
  }

  @container stage (max-aspect-ratio: 1) {
    .tiles {
      inset-inline: 8px;
      gap: 8px;
    }
    [data-layout='duo'] .self {
      inline-size: clamp(88px, 27cqi, 160px);
      aspect-ratio: 3 / 4;
    }
    [data-layout='grid']:is([data-count='2'], [data-count='3']) > * {
      grid-column: 1 / -1 !important;
    }
    [data-layout='grid']:is([data-count='5'], [data-count='6']) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    [data-layout='grid'][data-count='5'] > :nth-child(4) {
      grid-column: span 2;
    }
    [data-layout='grid'][data-count='5'] > :last-child {
      grid-column: 2 / span 2;
    }
    [data-layout='screen'] {
      --strip: clamp(72px, 22cqb, 132px);
      grid-template: minmax(0, 1fr) var(--strip) / none;
      grid-auto-columns: minmax(0, 160px);
      justify-content: center;
    }
    [data-layout='screen'] > * {
      grid-row: 2;
      grid-column: auto;
    }
    [data-layout='screen'] > .screen {
      grid-row: auto;
      inset: 0;
      inset-block-end: calc(var(--strip) + 8px);
    }
  }
`;
