import { css } from 'lit';

/**
 * The page's own rules reach the host element at most. Of what elements inherit only the font, the
 * colour scheme and whether anything is seen at all pass on; `user-select: auto` would take on the
 * page's. What gets the focus comes to stand above the lobby's last line, which sticks to the bottom.
 */
export const interviewStyles = css`
  :host {
    container-type: inline-size;
    min-inline-size: 280px;
    min-block-size: min(600px, 100dvh);
  }
  .frame {
    all: initial;
    position: relative;
    display: grid;
    box-sizing: border-box;
    min-block-size: inherit;
    block-size: 100%;
    overflow: hidden auto;
    scroll-padding-block: 16px min(200px, 50%);
    visibility: inherit;
    color-scheme: inherit;
    direction: ltr;
    unicode-bidi: isolate;
    background: var(--rendev-canvas);
    color: var(--rendev-text);
    font-family: var(--rendev-font, inherit);
    font-size: var(--rendev-type-body);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
    user-select: text;
    -webkit-user-select: text;
  }
  .frame[dir='rtl'] {
    direction: rtl;
  }
  .frame:lang(ko) {
    word-break: keep-all;
  }
  .frame:lang(ja) {
    line-break: strict;
    word-break: auto-phrase;
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
