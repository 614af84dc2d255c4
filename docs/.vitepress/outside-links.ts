import { posix } from 'node:path';
import type { MarkdownOptions } from 'vitepress';

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** Files beside docs/ that are pages of the site too: scripts/docs/main.ts copies them. */
export const COPIED: Readonly<Record<string, string>> = {
  'deploy/README.md': 'reference/deploy.md',
  'tests/README.md': 'reference/tests.md',
};

/**
 * A link to a file of the repository leads somewhere in the repository only: on the site it leads
 * to the copy, or is the path as text.
 */
export function outsideLinks(markdown: Markdown): void {
  markdown.core.ruler.push('outside-links', ({ env, tokens }) => {
    const { relativePath } = env as { relativePath: string };
    const folder = posix.dirname(posix.join('docs', relativePath));
    for (const { children } of tokens) {
      for (const [index, token] of (children ?? []).entries()) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null;
        if (href === null || /^([a-z]+:|#|\/)/.test(href)) continue;
        const file = posix.join(folder, href);
        if (file.startsWith('docs/')) continue;
        const copy = COPIED[file];
        if (copy !== undefined) {
          token.attrSet('href', posix.relative(posix.dirname(relativePath), copy));
          continue;
        }
        const close = children?.slice(index).find(({ type }) => type === 'link_close');
        token.tag = 'span';
        token.attrs = [['title', file]];
        if (close) close.tag = 'span';
        // Rendered by the plain rule: that of links would count it as a link.
        token.type = 'outside_open';
        if (close) close.type = 'outside_close';
      }
    }
  });
}
