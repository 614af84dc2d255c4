import { css } from 'lit';

/**
 * Widths of the bar, as conditions of a container query: what is a button from there on is an item of
 * its menu below.
 */
export const ROOMY = css`(min-width: 640px)`;
export const NOT_TINY = css`(min-width: 352px)`;
