import { type TemplateResult, html, svg } from 'lit';

/** Of tiles alone, so that they load with them; drawn as those of icons.ts. */
const paths = {
  hide: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 4l16 16',
  move: 'M12 3.5v17M3.5 12h17M9.5 6L12 3.5 14.5 6M9.5 18l2.5 2.5 2.5-2.5M6 9.5L3.5 12 6 14.5M18 9.5l2.5 2.5-2.5 2.5',
  pin: 'M9 4h6l-.5 6 3 3.5h-11l3-3.5zM12 13.5V20',
  speaking: 'M6 10v4M12 6v12M18 10v4',
} as const;

export function tileIcon(name: keyof typeof paths): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${paths[name]} />`}</svg>`;
}
