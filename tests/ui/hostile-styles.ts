/** What the style sheets of careless sites do to everything that they reach. */
const INHERITED = `
  color: rgb(255 0 0) !important;
  cursor: wait !important;
  direction: rtl !important;
  font-size: 31px !important;
  font-style: italic !important;
  font-variant: small-caps !important;
  font-weight: 900 !important;
  font-stretch: condensed !important;
  hyphens: auto !important;
  letter-spacing: 4px !important;
  line-height: 0 !important;
  list-style: square !important;
  overflow-wrap: normal !important;
  pointer-events: none !important;
  quotes: none !important;
  tab-size: 1 !important;
  text-align: right !important;
  text-indent: 40px !important;
  text-shadow: 2px 2px red !important;
  text-transform: uppercase !important;
  text-wrap: nowrap !important;
  user-select: none !important;
  -webkit-user-select: none !important;
  -webkit-text-fill-color: rgb(255 0 0) !important;
  -webkit-text-stroke: 2px rgb(255 0 0) !important;
  -webkit-font-smoothing: none !important;
  white-space: nowrap !important;
  word-break: break-all !important;
  word-spacing: 9px !important;
  writing-mode: horizontal-tb !important;
  accent-color: rgb(255 0 0) !important;
  caret-color: rgb(255 0 0) !important;
  stroke: rgb(255 0 0) !important;
  fill: rgb(255 0 0) !important;
  border-collapse: collapse !important;`;

/**
 * @param element the host element: its own box belongs to the page, and keeps its size
 * @param variables custom properties that the widget uses for itself
 */
export function hostileStyles(element: string, variables: readonly string[]): string {
  return `
    :root { font-size: 62.5% }
    :root { ${variables.map((name) => `${name}: 7px;`).join(' ')} }
    *, ::before, ::after { box-sizing: content-box !important }
    *:not(html, body, style, script, head, ${element}) { all: unset !important; display: none !important }
    html, body, ${element} { ${INHERITED} }
    button, input, textarea, select, video, dialog, svg, p, h2, h3, ul, li { display: none !important }
    :focus-visible { outline: none !important }
    @keyframes turn { to { opacity: 0 } }
    @keyframes rise { from { translate: 0 400px } }
    .frame, .screen, .card, .button, .call, .stage, .bar, .panel { display: none !important }`;
}
