/** `npm start`: the whole product on this machine, for two browser tabs. */
import { parseArgs } from 'node:util';
import { type Demo, PortTakenError, startDemo } from './demo.ts';

const HELP = `npm start [-- options]
  --port <number>  port of the demo page; the signal server takes the next one (default 3000)
  --lang <ko|en>   language of the demo page (default ko)
  --synthetic      a drawn picture and a tone in place of camera and microphone
  --help`;

interface Options {
  readonly port: number;
  readonly lang: 'ko' | 'en';
  readonly synthetic: boolean;
}

/** @returns the options, or what is wrong with them */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        lang: { type: 'string', default: 'ko' },
        synthetic: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return HELP;
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_534) {
      return `--port takes a number from 1 to 65534, not "${values.port}".\n\n${HELP}`;
    }
    if (values.lang !== 'ko' && values.lang !== 'en') {
      return `--lang takes ko or en, not "${values.lang}".\n\n${HELP}`;
    }
    return { port, lang: values.lang, synthetic: values.synthetic };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
}

const GREETING = {
  ko: (demo: Demo) => `
  renDev Interview 데모가 열렸습니다.

  인터뷰 코드   ${demo.code}
  인터뷰어      ${demo.interviewerUrl}
  지원자        ${demo.candidateUrl}
  테마          ${demo.pageUrl}/theme/

  두 링크를 브라우저 탭 두 개에서 여세요. 끝내려면 Ctrl-C 를 누르세요.
`,
  en: (demo: Demo) => `
  The renDev Interview demo is open.

  Interview code  ${demo.code}
  Interviewer     ${demo.interviewerUrl}
  Candidate       ${demo.candidateUrl}
  Theme           ${demo.pageUrl}/theme/

  Open the two links in two browser tabs. Press Ctrl-C to end.
`,
} as const;

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  const asked = options === HELP;
  console[asked ? 'log' : 'error'](options);
  process.exit(asked ? 0 : 2);
}

try {
  const demo = await startDemo({ ...options, serverPort: options.port + 1, folder: '.demo' });
  console.log(GREETING[options.lang](demo));
  const stop = (): void => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof PortTakenError)) throw error;
  console.error(`Port ${error.port} is taken by another program.
Start on other ports:  npm start -- --port ${options.port + 100}`);
  process.exit(1);
}
