import { css } from 'lit';

export const countdownStyles = css`
  .clock {
    font-size: clamp(44px, 17cqi, 72px);
    font-weight: 300;
    line-height: 1.15;
    letter-spacing: -0.03em;
    font-variant-numeric: tabular-nums;
  }
  .clock span {
    margin-inline-end: 0.15em;
    font-size: 0.5em;
    letter-spacing: 0;
  }
  .meanwhile {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--rendev-space) * 2.5);
  }
  [role='alert']:empty {
    display: none;
  }
  .times {
    padding-block: 16px;
    border-block: 1px solid var(--rendev-line);
  }
`;
