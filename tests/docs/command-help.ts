import { execFileSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const MAINS: Readonly<Record<string, string>> = {
  'rendev-signal': 'packages/signal-server/src/cli/main.ts',
  'rendev-turn': 'packages/turn-config/src/cli/main.ts',
};

const texts = new Map<string, string>();

/** What the tool itself says on `--help`. */
function helpOf(tool: string, path: readonly string[]): string {
  const key = [tool, ...path].join(' ');
  const known = texts.get(key);
  if (known !== undefined) return known;
  const args = ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning'];
  const printed = execFileSync(process.execPath, [...args, MAINS[tool] ?? '', ...path, '--help'], {
    encoding: 'utf8',
  });
  const text = stripVTControlCharacters(printed);
  texts.set(key, text);
  return text;
}

const commandsIn = (help: string): string[] =>
  [...(help.split('COMMANDS')[1] ?? '').matchAll(/^ +([a-z]+) {2,}/gm)].map(
    ([, name = '']) => name,
  );

/** What the tool does not know of the words after its name: commands and options. */
export function unknownToTool(tool: string, words: readonly string[]): string[] {
  const path: string[] = [];
  let help = helpOf(tool, path);
  for (const word of words) {
    const commands = commandsIn(help);
    if (commands.length === 0 || !/^[a-z]/.test(word)) break;
    if (!commands.includes(word)) return [word];
    path.push(word);
    help = helpOf(tool, path);
  }
  const options = words.filter((word) => /^--[a-z]/.test(word) && word !== '--help');
  return options.filter((option) => !help.includes(` ${option.split('=')[0] ?? ''}`));
}
