import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    min-block-size: inherit;
    block-size: 100%;
  }
  .lobby {
    display: grid;
    align-content: center;
    gap: 20px;
    padding: 16px 16px 0;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 22px;
  }
  .title {
    font-size: var(--rendev-type-title);
    letter-spacing: -0.02em;
  }
  .title::after {
    content: '';
    display: block;
    inline-size: 48px;
    block-size: 3px;
    margin-block-start: 10px;
    border-radius: 3px;
    background: var(--rendev-gradient);
  }
  .missing,
  strong {
    color: var(--rendev-danger);
  }
  strong {
    font-weight: 600;
  }
  /* The one next step is always in reach. */
  .go {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 10px;
    margin-inline: -16px;
    padding: 12px 16px calc(16px + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--rendev-line);
    background: var(--rendev-canvas);
  }
  /* Where it would cover what it goes on from. */
  @media (max-height: 480px) {
    .go {
      position: static;
    }
  }
  .tip {
    text-align: center;
    text-wrap: balance;
  }
  .inside {
    display: flex;
    gap: 8px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .inside svg {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 1px;
    color: var(--rendev-text-muted);
  }
  @container (min-width: 720px) {
    .lobby {
      grid-template-columns: minmax(0, 1.5fr) minmax(280px, 1fr);
      align-items: center;
      gap: 40px;
      inline-size: min(100%, 1120px);
      margin-inline: auto;
      padding: 32px 40px;
    }
    rendev-in-app {
      grid-column: 1 / -1;
    }
    .preview {
      position: sticky;
      inset-block-start: 32px;
    }
    .go {
      margin-inline: 0;
      padding: 16px 0;
    }
  }
`;
