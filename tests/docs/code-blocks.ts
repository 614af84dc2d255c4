import { globSync, readFileSync } from 'node:fs';

/** One fenced block of code. */
export interface CodeBlock {
  readonly page: string;
  readonly line: number;
  /** What the fence is marked with; `text` is what no tool can check. */
  readonly language: string;
  readonly code: string;
}

/** The pages that people write; those of docs/reference are generated. */
export const PAGES = [
  ...globSync(['docs/**/*.md'], { exclude: ['docs/reference/**', 'docs/ko/reference/**'] }),
  ...globSync('README*.md'),
  'deploy/README.md',
].sort();

export const textOf = (page: string): string => readFileSync(page, 'utf8');

export const BLOCKS: readonly CodeBlock[] = PAGES.flatMap((page) => {
  const text = textOf(page);
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(
    ({ index, 2: language = '', 3: code = '' }) => ({
      page,
      line: text.slice(0, index).split('\n').length + 1,
      language,
      code,
    }),
  );
});

export const blocksOf = (...languages: string[]): CodeBlock[] =>
  BLOCKS.filter(({ language }) => languages.includes(language));

export const placeOf = ({ page, line }: CodeBlock): string => `${page}:${line}`;
