import { css } from 'lit';

/**
 * What a host page may set on `rendev-interview` to make it its own; docs/theming.md tells each. A
 * colour holds its light and its dark value, and follows the `color-scheme` of where it is used: the
 * stage is always dark. Sizes are px, as the rem is the page's.
 */
export const tokens = css`
  :host {
    --rendev-surface: light-dark(#ffffff, #17171b);
    --rendev-canvas: light-dark(#f5f5f8, #0e0e11);
    --rendev-text: light-dark(#1b1b20, #f2f2f5);
    --rendev-text-muted: light-dark(#5a5a66, #a9a9b6);
    --rendev-line: light-dark(#e3e3ea, #2d2d35);
    --rendev-line-strong: light-dark(#82828f, #777786);
    --rendev-accent: light-dark(#5b43b8, #b9a5ec);
    --rendev-on-accent: light-dark(#ffffff, #17131f);
    --rendev-accent-soft: light-dark(#efecfa, #2a2639);
    --rendev-positive: light-dark(#1b7f5c, #6fd3ac);
    --rendev-warning: light-dark(#8a5a00, #f2c46d);
    --rendev-danger: light-dark(#b3261e, #f2867f);
    --rendev-danger-solid: #c9342b;
    --rendev-on-danger-solid: #ffffff;
    --rendev-gradient: linear-gradient(115deg, #ae97e3, #77c3e7);
    --rendev-control: #26262d;
    --rendev-control-hover: #34343d;
    --rendev-control-off: #4a2320;
    --rendev-on-control-off: #ffb4ad;
    --rendev-tile: #202026;
    --rendev-avatar: #3a3550;
    --rendev-on-avatar: #e9e3fb;
    --rendev-scrim: rgb(14 14 17 / 72%);
    --rendev-on-scrim: #f2f2f5;
    --rendev-type-small: 13px;
    --rendev-type-body: 15px;
    --rendev-type-lead: 17px;
    --rendev-type-heading: 22px;
    --rendev-type-title: 28px;
    --rendev-space: 4px;
    --rendev-radius: 12px;
    --rendev-radius-control: 10px;
    --rendev-radius-tile: 16px;
    --rendev-radius-card: 24px;
    --rendev-elevation-card: 0 24px 48px -32px rgb(27 27 32 / 25%);
    --rendev-elevation-float: 0 8px 24px rgb(0 0 0 / 45%);
    --rendev-elevation-sheet: 0 -12px 40px rgb(0 0 0 / 40%);
    --rendev-motion: 160ms ease-out;
    --rendev-motion-far: 280ms cubic-bezier(0.2, 0, 0, 1);
  }
  @media (prefers-contrast: more) {
    :host {
      --rendev-canvas: light-dark(#ffffff, #000000);
      --rendev-surface: light-dark(#ffffff, #000000);
      --rendev-text: light-dark(#000000, #ffffff);
      --rendev-text-muted: light-dark(#303038, #dcdce4);
      --rendev-line: light-dark(#5a5a66, #a9a9b6);
      --rendev-line-strong: light-dark(#000000, #ffffff);
      --rendev-accent: light-dark(#3d2794, #d6c9ff);
      --rendev-positive: light-dark(#0b5339, #9ef0cf);
      --rendev-warning: light-dark(#5c3a00, #ffdf9e);
      --rendev-danger: light-dark(#8c1a14, #ffb9b3);
      --rendev-danger-solid: #9c1d16;
      --rendev-control-off: #3a0c09;
      --rendev-on-control-off: #ffd9d5;
      --rendev-scrim: #000000;
      --rendev-on-scrim: #ffffff;
    }
  }
  @media (forced-colors: active) {
    :host {
      --rendev-surface: Canvas;
      --rendev-canvas: Canvas;
      --rendev-text: CanvasText;
      --rendev-text-muted: CanvasText;
      --rendev-line: CanvasText;
      --rendev-line-strong: ButtonBorder;
      --rendev-accent: Highlight;
      --rendev-on-accent: HighlightText;
      --rendev-scrim: Canvas;
      --rendev-on-scrim: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --rendev-motion: 0s;
      --rendev-motion-far: 0s;
    }
  }
`;
