import { css } from 'lit';

/**
 * What a host page may set on `rendev-interview` to make it its own. Each colour holds its light and
 * its dark value, and follows the `color-scheme` of where it is used: the stage is always dark.
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
    --rendev-gradient: linear-gradient(115deg, #ae97e3, #77c3e7);
    --rendev-radius: 12px;
    --rendev-radius-control: 10px;
    --rendev-radius-tile: 16px;
    --rendev-space: 4px;
    --rendev-motion: 160ms ease-out;
  }
`;
