import { ERROR_CODES, isErrorCode } from '@rendev/interview-protocol';
import type { RendevErrorCode } from '@rendev/interview';
import { ERROR_HELP, type ErrorHelp } from './error-help.ts';
import { ERROR_HELP_KO } from './error-help-ko.ts';
import { code, markdownTable } from './markdown-table.ts';

/** What the page says in one language. */
interface Words {
  readonly title: string;
  readonly lead: string;
  readonly fromServer: string;
  readonly fromPage: string;
  readonly status: string;
  readonly again: readonly [column: string, yes: string, no: string];
  readonly columns: readonly [code: string, cause: string, mend: string];
  readonly help: Readonly<Record<RendevErrorCode, ErrorHelp>>;
}

const WORDS: Readonly<Record<'en' | 'ko', Words>> = {
  en: {
    title: 'Errors',
    lead: `Every error has a code that never changes its meaning. Over REST it is the member \`code\` of problem details
(RFC 9457, with \`title\`, \`detail\` and \`errors\` for the developer); in the page it is \`code\` of the error that a
promise rejects with and of the event \`failure\`.`,
    fromServer: 'From the server',
    fromPage: 'From the page',
    status: 'status',
    again: ['again later', 'yes', 'no'],
    columns: ['code', 'cause', 'what to do'],
    help: ERROR_HELP,
  },
  ko: {
    title: '오류 코드',
    lead: `모든 오류에는 뜻이 변하지 않는 코드가 있습니다. REST 에서는 problem details(RFC 9457)의 \`code\` 이고, 개발자를 위한
\`title\`, \`detail\`, \`errors\` 가 함께 옵니다. 페이지에서는 promise 가 거절하는 오류와 \`failure\` 이벤트의 \`code\`
입니다. 굵은 글씨는 서버가 보내는 \`title\` 입니다.`,
    fromServer: '서버의 오류',
    fromPage: '페이지의 오류',
    status: '상태',
    again: ['다시 시도', '예', '아니요'],
    columns: ['코드', '원인', '해결 방법'],
    help: ERROR_HELP_KO,
  },
};

/** docs/reference/errors.md, and docs/ko/reference/errors.md. */
export function errorsPage(language: 'en' | 'ko'): string {
  const words = WORDS[language];
  const [codeColumn, causeColumn, mendColumn] = words.columns;
  const [againColumn, yes, no] = words.again;
  const ofServer = Object.entries(ERROR_CODES).map(([name, { status, retryable, title }]) => {
    const { cause, mend } = words.help[name as keyof typeof ERROR_CODES];
    // The title is what the server answers with, in English.
    return [nameCell(name), String(status), retryable ? yes : no, `**${title}.** ${cause}`, mend];
  });
  const ofPage = Object.entries(words.help)
    .filter(([name]) => !isErrorCode(name))
    .map(([name, { cause, mend }]) => [nameCell(name), cause, mend]);
  return `# ${words.title}

${words.lead}

## ${words.fromServer}

${markdownTable([codeColumn, words.status, againColumn, causeColumn, mendColumn], ofServer)}
## ${words.fromPage}

${markdownTable([codeColumn, causeColumn, mendColumn], ofPage)}`;
}

const nameCell = (name: string): string => `<a id="${name}"></a>${code(name)}`;
