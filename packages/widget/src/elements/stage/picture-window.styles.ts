/** Of the whole window of picture-in-picture: a document of its own, and always dark. */
export const pictureWindowCss = `
  :root {
    color-scheme: dark;
    block-size: 100%;
    background: var(--rendev-canvas);
    color: var(--rendev-on-scrim);
    font-size: var(--rendev-type-small);
    line-height: 1.5;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  body {
    block-size: 100%;
    margin: 0;
  }
  main {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    overflow: hidden;
    background: var(--rendev-tile);
  }
  p {
    margin: 0;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .screen {
    object-fit: contain;
  }
  .mirrored {
    scale: -1 1;
  }
  .off {
    visibility: hidden;
  }
  .dimmed video {
    opacity: 0.35;
  }
  .lead {
    max-inline-size: 100%;
    padding: 0 16px 40px;
    font-size: var(--rendev-type-lead);
    font-weight: 600;
    text-align: center;
  }
  .name,
  .condition {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: calc(100% - 16px);
    padding: 2px 10px;
    border-radius: 8px;
    background: var(--rendev-scrim);
  }
  .name {
    inset-block-start: 8px;
    inset-inline-start: 8px;
  }
  .name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    gap: 8px;
  }
  button {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: var(--rendev-control);
    color: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--rendev-control-hover);
  }
  .stopped {
    background: var(--rendev-control-off);
    color: var(--rendev-on-control-off);
  }
  .leave {
    background: var(--rendev-danger-solid);
    color: var(--rendev-on-danger-solid);
  }
  :focus-visible {
    outline: 2px solid var(--rendev-accent);
    outline-offset: 2px;
  }
  svg {
    display: block;
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .name svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonBorder;
    }
  }
`;
