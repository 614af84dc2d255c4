import { defineCommand } from 'citty';
import { examine } from '../doctor/doctor.ts';
import { reportJson, reportTable } from '../doctor/report.ts';
import { loadConfig } from '../settings/load.ts';
import { turnUrls } from '../settings/turn-config.ts';
import { parseTurnUri } from '../stun/turn-uri.ts';
import { DEFAULT_FILE, print, readText, refuse, refuseFindings } from './output.ts';

export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'Examine running servers; exit code 1 if a check fails' },
  args: {
    uris: {
      type: 'positional',
      required: false,
      description: 'stun:, turn: or turns: URLs; default: those of the settings',
    },
    file: { type: 'string', default: DEFAULT_FILE, description: 'The settings' },
    'secret-file': { type: 'string', description: 'Instead of the secret of the settings' },
    'public-address': { type: 'string', description: 'Address of relays, if not that of the host' },
    'ca-file': { type: 'string', description: 'PEM of a further certificate authority' },
    timeout: { type: 'string', default: '3', description: 'Seconds for one request' },
    deadline: { type: 'string', default: '60', description: 'Seconds for everything' },
    json: { type: 'boolean', description: 'For machines' },
  },
  async run({ args }) {
    const subject = subjectOf(args.file, args._, args['secret-file']);
    if (!subject) return;
    const malformed = subject.urls.find((url) => !parseTurnUri(url));
    if (malformed !== undefined) {
      refuse(`${malformed} is no stun:, turn: or turns: URL. Example: turn:turn.example.com:3478`);
      return;
    }
    const timeoutMs = Number(args.timeout) * 1_000;
    const deadlineMs = Number(args.deadline) * 1_000;
    if (!(timeoutMs > 0 && deadlineMs > 0)) {
      refuse('--timeout and --deadline are seconds, above 0.');
      return;
    }
    const caFile = args['ca-file'];
    const ca = caFile === undefined ? undefined : readText(caFile);
    if (caFile !== undefined && ca === undefined) return;

    const report = await examine({
      uris: subject.urls.flatMap((url) => parseTurnUri(url) ?? []),
      secret: subject.secret,
      publicAddress: args['public-address'],
      ca,
      timeoutMs,
      deadlineMs,
    });
    print(args.json ? reportJson(report) : reportTable(report));
    if (!report.ok) process.exitCode = 1;
  },
});

/** The settings are needed only for what the command line leaves out. */
function subjectOf(
  file: string,
  named: string[],
  secretFile: string | undefined,
): { urls: string[]; secret: string } | undefined {
  const givenSecret = secretFile === undefined ? undefined : readText(secretFile)?.trim();
  if (secretFile !== undefined && givenSecret === undefined) return undefined;
  if (named.length > 0 && givenSecret !== undefined) return { urls: named, secret: givenSecret };

  const loaded = loadConfig(file);
  if (!loaded.ok) {
    refuseFindings(loaded.findings);
    return undefined;
  }
  const { settings, secrets } = loaded.config;
  return {
    urls: named.length > 0 ? named : turnUrls(settings),
    secret: givenSecret ?? secrets[0].value,
  };
}
