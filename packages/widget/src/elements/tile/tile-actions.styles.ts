import { css } from 'lit';

/** The buttons of a tile. The stage may move them to the other side: `--tile-actions` is an inset. */
export const tileActionsStyles = css`
  .actions {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: var(--tile-actions, auto 8px);
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 4px;
    max-inline-size: calc(100% - 16px);
    pointer-events: none;
  }
  .action {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-scrim);
    color: inherit;
    cursor: pointer;
    opacity: 0;
    transition:
      opacity var(--rendev-motion),
      background-color var(--rendev-motion);
  }
  .action svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .action:hover {
    background: var(--rendev-control-hover);
  }
  .action[data-action='move'] {
    cursor: grab;
    touch-action: none;
  }
  .action[aria-pressed='true'] {
    background: var(--rendev-accent);
    color: var(--rendev-on-accent);
  }
  .action[aria-pressed='true'],
  :host([touched]) .action,
  .tile:has(:focus-visible) .action {
    opacity: 1;
    pointer-events: auto;
  }
  /* A tap brings hover too, and would press what it cannot see yet. */
  @media (hover: hover) {
    :host(:hover) .action {
      opacity: 1;
      pointer-events: auto;
    }
  }
  @container (max-width: 180px) {
    .actions {
      inset-block-start: 0;
      inset-inline: var(--tile-actions, auto 0);
      gap: 0;
      max-inline-size: 100%;
    }
  }
  /* Two beside each other on the narrowest. */
  @container (max-width: 88px) {
    .action {
      inline-size: 50cqi;
    }
  }
`;
