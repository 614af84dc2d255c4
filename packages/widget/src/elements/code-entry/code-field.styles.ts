import { css } from 'lit';

export const codeFieldStyles = css`
  :host {
    display: grid;
    gap: 6px;
    container-type: inline-size;
  }
  .label {
    font-weight: 600;
  }
  .code {
    --columns: 9;
    --cell: min(42px, calc(100cqi / var(--columns)));
    position: relative;
    block-size: 56px;
    direction: ltr;
  }
  input {
    inline-size: 100%;
    block-size: 100%;
    padding: 0 14px;
    border: 1.5px solid var(--rendev-line-strong);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-surface);
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 20px;
    font-variant-ligatures: none;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .cells {
    inline-size: calc(var(--cell) * var(--columns));
    margin-inline: auto;
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .cells input {
    position: absolute;
    inset: 0 auto 0 0;
    /* Wider than the cells, so that the space after the last symbol never scrolls the text. */
    inline-size: calc(var(--cell) * (var(--columns) + 2));
    padding: 0 0 0 calc((var(--cell) - 1ch) / 2);
    border: 0;
    background: none;
    font-size: clamp(16px, calc(var(--cell) * 0.56), 24px);
    font-weight: 600;
    letter-spacing: calc(var(--cell) - 1ch);
    outline: none;
  }
  .drawn {
    display: grid;
    grid-template-columns: repeat(9, var(--cell));
    align-items: center;
    block-size: 100%;
  }
  .cell {
    block-size: 100%;
    margin-inline: 2.5px;
    border: 1.5px solid var(--rendev-line-strong);
    border-radius: var(--rendev-radius-control);
    background: var(--rendev-surface);
    transition: border-color var(--rendev-motion);
  }
  .hyphen {
    justify-self: center;
    inline-size: 10px;
    block-size: 2px;
    border-radius: 2px;
    background: var(--rendev-line-strong);
  }
  .cells:focus-within .cell {
    border-color: var(--rendev-accent);
  }
  .cell.active {
    box-shadow: 0 0 0 2px var(--rendev-accent);
  }
  .cell.picked {
    background: var(--rendev-accent-soft);
  }
  .cells input::selection {
    background: none;
    color: inherit;
  }
  .code.invalid .cell,
  .code.invalid input {
    border-color: var(--rendev-danger);
  }
  #notice:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .cell.active {
      outline: 3px solid Highlight;
    }
  }
`;
