/**
 * The words of each command of a shell script, as far as documentation needs it: quotes, comments,
 * continued lines, pipes and lists. Substitutions stay as they are.
 */
export function shellCommands(script: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  const pattern = /\\\n|'([^']*)'|"((?:\\.|[^"\\])*)"|#[^\n]*|[ \t]+|[\n;|&]+|[^\s'"\\;|&]/g;
  for (const [piece, single, double] of script.matchAll(pattern)) {
    if (single !== undefined || double !== undefined)
      word = (word ?? '') + (single ?? double ?? '');
    else if (piece === '\\\n' || /^[ \t]/.test(piece)) endWord();
    else if (/^[\n;|&]/.test(piece) || (word === undefined && piece.startsWith('#'))) {
      endWord();
      commands.push([]);
    } else word = (word ?? '') + piece;
  }
  endWord();
  return commands.filter((words) => words.length > 0);
}
