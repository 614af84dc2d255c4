import { css } from 'lit';

export const interviewStyles = css`
  :host {
    container-type: inline-size;
    min-inline-size: 280px;
    min-block-size: min(600px, 100dvh);
  }
  /* The page's own rules reach the host element at most; from here on nothing but the font does. */
  .frame {
    all: initial;
    position: relative;
    display: grid;
    box-sizing: border-box;
    min-block-size: inherit;
    block-size: 100%;
    overflow: hidden auto;
    color-scheme: light dark;
    background: var(--rendev-canvas);
    color: var(--rendev-text);
    font-family: var(--rendev-font, inherit);
    font-size: 15px;
    line-height: 1.5;
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
  }
  .frame.light {
    color-scheme: light;
  }
  .frame.dark {
    color-scheme: dark;
  }
  .frame > :not(.spoken) {
    min-block-size: inherit;
  }
`;
