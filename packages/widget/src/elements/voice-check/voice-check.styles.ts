import { css } from 'lit';

export const voiceCheckStyles = css`
  :host {
    display: grid;
    gap: calc(var(--rendev-space) * 1.5);
  }
  :host {
    container-type: inline-size;
  }
  .row {
    display: flex;
    align-items: center;
    gap: calc(var(--rendev-space) * 2);
    min-block-size: 28px;
  }
  .row > svg {
    inline-size: 20px;
    block-size: 20px;
    color: var(--rendev-text-muted);
  }
  .label {
    flex: none;
    font-weight: 600;
  }
  .button {
    margin-inline-start: auto;
    margin-block: -8px;
  }
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--rendev-danger);
    animation: breathe 0.7s ease-in-out infinite alternate;
  }
  /* What it says comes and goes; what stands below stays where it is. */
  #status {
    min-block-size: 2lh;
  }
  @container (min-width: 400px) {
    #status {
      min-block-size: 1lh;
    }
  }
  @keyframes breathe {
    from {
      opacity: 0.3;
    }
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
    }
  }
`;
