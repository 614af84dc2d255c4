import { createInterface } from 'node:readline/promises';
import { defineCommand } from 'citty';
import { COTURN_VERSIONS } from '../settings/coturn-versions.ts';
import { defaultSettings, type TurnSettings } from '../settings/turn-settings.ts';
import { writeNewConfig } from '../init/write-new-config.ts';
import { DEFAULT_FILE, print, refuse, refuseFindings } from './output.ts';

const SOURCES = ['aws', 'gcp', 'azure', 'static'] as const;
const ARCHITECTURES = ['amd64', 'arm64'] as const;

export const init = defineCommand({
  meta: { name: 'init', description: 'Write turn.json and its secret' },
  args: {
    file: { type: 'string', default: DEFAULT_FILE, description: 'Where turn.json goes' },
    yes: { type: 'boolean', description: 'Ask nothing; take flags and defaults' },
    host: { type: 'string', description: 'Name of the server, such as turn.example.com' },
    addresses: { type: 'enum', options: [...SOURCES], description: 'Where it runs' },
    public: { type: 'string', description: 'Public IPv4 address, for --addresses static' },
    local: { type: 'string', description: 'Own IPv4 address, for --addresses static' },
    coturn: { type: 'enum', options: [...COTURN_VERSIONS], description: 'Version profile' },
    architecture: { type: 'enum', options: [...ARCHITECTURES], description: 'Processor' },
    tls: { type: 'boolean', default: true, description: 'TURN over TLS on port 443' },
  },
  async run({ args }) {
    const ask = args.yes ? undefined : openQuestions();
    const answer = async (given: string | undefined, question: string, fallback: string) => {
      if (given !== undefined || !ask) return given ?? fallback;
      const shown = fallback === '' ? '' : ` [${fallback}]`;
      return (await ask.question(`${question}${shown}: `)) || fallback;
    };
    try {
      const host = await answer(args.host, 'Name of the TURN server', '');
      const source = await answer(args.addresses, `Where it runs (${SOURCES.join(', ')})`, 'aws');
      const publicAddress =
        source === 'static' ? await answer(args.public, 'Public IPv4 address', '') : '';
      const local =
        source === 'static' ? await answer(args.local, 'Own IPv4 address', publicAddress) : '';
      const coturn = await answer(args.coturn, `coturn (${COTURN_VERSIONS.join(', ')})`, '4.6');
      const architecture = await answer(args.architecture, 'Processor (amd64, arm64)', 'amd64');

      const { tls, ...defaults } = defaultSettings(host);
      // Answers are text: validation tells which of them do not fit.
      const settings = {
        ...defaults,
        coturn,
        architecture,
        addresses: source === 'static' ? { source, local, public: publicAddress } : { source },
        ...(args.tls ? { tls } : {}),
      } as TurnSettings;
      report(args.file, settings);
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) throw cause;
      refuse('The questions were not answered. Give flags and --yes; see --help.');
    } finally {
      ask?.close();
    }
  },
});

class NoAnswer extends Error {}

/** A terminal, or a pipe; what ends before the last answer throws NoAnswer. */
function openQuestions(): { question: (text: string) => Promise<string>; close: () => void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines.once('close', () => {
    ended.abort();
  });
  return {
    question: async (text) => {
      try {
        return (await lines.question(text, { signal: ended.signal })).trim();
      } catch (cause) {
        throw new NoAnswer(text, { cause });
      }
    },
    close: () => {
      lines.close();
    },
  };
}

function report(file: string, settings: TurnSettings): void {
  const written = writeNewConfig(file, settings);
  if (written.ok) {
    print(`Wrote ${written.files.join(', ')}.`);
    print('Next: rendev-turn render --target cloud-init (or another target; see --help).');
    print('Keep the secret out of version control.');
  } else if (written.reason === 'exists') {
    refuse(`${written.file} is there already. Remove it, or choose another --file.`);
  } else {
    refuseFindings(written.findings);
  }
}
