import { css } from 'lit';

export const waitingStyles = css`
  .heard {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--rendev-space) * 2.5);
    font-size: var(--rendev-type-lead);
    color: var(--rendev-positive);
  }
  .heard i {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    from {
      opacity: 0.25;
    }
  }
  @media (forced-colors: active) {
    .heard i {
      background: CanvasText;
    }
  }
`;
