import { css } from 'lit';

export const levelMeterStyles = css`
  .track {
    block-size: 8px;
    background: color-mix(in srgb, currentColor 22%, transparent);
    mask: repeating-linear-gradient(90deg, #000 0 6px, transparent 6px 9px);
  }
  .fill {
    block-size: 100%;
    inline-size: calc(sqrt(var(--level, 0)) * 100%);
    background: var(--rendev-positive);
  }
  @media (forced-colors: active) {
    .fill {
      background: Highlight;
    }
  }
`;
