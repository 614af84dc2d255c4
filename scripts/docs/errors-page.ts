import { ERROR_CODES, isErrorCode } from '@rendev/interview-protocol';
import { ERROR_HELP } from './error-help.ts';
import { code, markdownTable } from './markdown-table.ts';

/** docs/reference/errors.md. */
export function errorsPage(): string {
  const ofServer = Object.entries(ERROR_CODES).map(([name, { status, retryable, title }]) => {
    const { cause, mend } = ERROR_HELP[name as keyof typeof ERROR_CODES];
    return [
      `<a id="${name}"></a>${code(name)}`,
      String(status),
      retryable ? 'yes' : 'no',
      `**${title}.** ${cause}`,
      mend,
    ];
  });
  const ofPage = Object.entries(ERROR_HELP)
    .filter(([name]) => !isErrorCode(name))
    .map(([name, { cause, mend }]) => [`<a id="${name}"></a>${code(name)}`, cause, mend]);
  return `# Errors

Every error has a code that never changes its meaning. Over REST it is the member \`code\` of problem details
(RFC 9457, with \`title\`, \`detail\` and \`errors\` for the developer); in the page it is \`code\` of the error that a
promise rejects with and of the event \`failure\`.

## From the server

${markdownTable(['code', 'status', 'again later', 'cause', 'what to do'], ofServer)}
## From the page

${markdownTable(['code', 'cause', 'what to do'], ofPage)}`;
}
