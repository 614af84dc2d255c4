import { readFileSync } from 'node:fs';
import type { CssProperty, Described } from './schema.ts';

const TICKED = /^`(.*)`$/;
const plain = (cell: string): string => TICKED.exec(cell)?.[1] ?? cell;

/** Rows of the table under a heading of docs/theming.md, cell by cell, without the heading row. */
function rowsUnder(heading: string): string[][] {
  const [, ...sections] = readFileSync('docs/theming.md', 'utf8').split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/theming.md has no section ${heading}`);
  return [...section.matchAll(/^\| (`.+) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => plain(cell.trim())),
  );
}

function described(heading: string): Described[] {
  return rowsUnder(heading).map(([name = '', where = '', what = '']) => ({
    name,
    description: `${what} (${where})`,
  }));
}

export const parts = (): Described[] => described('Parts');
export const slots = (): Described[] => described('Slots');

export function cssProperties(): CssProperty[] {
  return rowsUnder('Custom properties').map(([name = '', light = '', dark = '', what = '']) => ({
    name,
    description: what,
    default: dark === '' ? light : `light-dark(${light}, ${dark})`,
  }));
}
