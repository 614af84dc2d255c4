import { css } from 'lit';

/** Over the stage. */
export const noticesStyles = css`
  .stage {
    grid-area: stage;
    min-block-size: 0;
    container: notices / size;
  }
  .notices {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 12px;
    z-index: 1;
    display: grid;
    justify-items: center;
    gap: 8px;
    pointer-events: none;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding: 6px 8px 6px 14px;
    border-radius: 14px;
    background: var(--rendev-surface);
    box-shadow:
      0 0 0 1px var(--rendev-line),
      var(--rendev-elevation-float);
    pointer-events: auto;
  }
  .notice p {
    flex: 1;
    min-inline-size: min(100%, 180px);
    padding-inline-end: 6px;
  }
  /* Together, under the text where there is no room beside it. */
  .notice .actions {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }
  .notice .icon-button {
    margin: -2px -4px;
  }
  .notice > svg {
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
  .notice.urgent > svg {
    color: var(--rendev-warning);
  }

  @container notices (max-width: 479px) {
    .notice {
      padding-inline-start: 12px;
      font-size: var(--rendev-type-small);
      line-height: 1.4;
    }
  }
  /* Two of them would cover more than a third of the faces. */
  @container notices (max-height: 559px) and (max-width: 479px) {
    .notice + .notice {
      display: none;
    }
  }
  @container notices (max-height: 299px) {
    .notice + .notice,
    .notice .muted {
      display: none;
    }
  }
`;
