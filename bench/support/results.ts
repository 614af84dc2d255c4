import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { printTable } from './table.ts';

const FILE = fileURLToPath(new URL('../RESULTS.md', import.meta.url));

/** What one benchmark found. */
export interface Results {
  /** Names the section of bench/RESULTS.md. */
  readonly title: string;
  readonly command: string;
  /** How it was measured, and what to know of the figures. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
}

interface Table {
  readonly title: string;
  /** The first is the head. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Prints the tables.
 *
 * @param write whether they also take the place of the section of this title in bench/RESULTS.md
 */
export async function report(results: Results, write: boolean): Promise<void> {
  for (const { title, rows } of results.tables) printTable(title, rows);
  if (!write) return;
  const [head = '', ...sections] = readFileSync(FILE, 'utf8').split(/^(?=## )/m);
  const heading = `## ${results.title}\n`;
  const place = sections.findIndex((section) => section.startsWith(heading));
  const section = heading + toMarkdown(results);
  if (place === -1) sections.push(section);
  else sections[place] = section;
  const config = await resolveConfig(FILE);
  const text = [head, ...sections].map((part) => part.trim()).join('\n\n');
  writeFileSync(FILE, await format(text, { ...config, filepath: FILE }));
}

function toMarkdown({ command, notes, tables }: Results): string {
  const shown = tables.map(({ title, rows: [head = [], ...rows] }) =>
    [
      `**${title}**\n`,
      row(head),
      row(head.map((_, i) => (i === 0 ? '---' : '---:'))),
      ...rows.map(row),
    ].join('\n'),
  );
  return [
    `\`${command}\`, ${machine()}`,
    ...shown,
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function machine(): string {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `${day}, commit ${commit}, ${cpus().length} cores of ${first?.model.trim() ?? 'a'} processor, ${memory} memory, Node ${process.version}, Linux loopback`;
}
