import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { examine } from '../doctor/doctor.ts';
import { reportJson, reportTable } from '../doctor/report.ts';
import { loadConfig } from '../settings/load.ts';
import { turnUrls } from '../settings/turn-config.ts';
import { parseTurnUri } from '../stun/turn-uri.ts';
import { DEFAULT_FILE, print, refuse, refuseFindings } from './output.ts';

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
    const named = args._;
    const secretFile = args['secret-file'];
    const loaded =
      named.length === 0 || secretFile === undefined ? loadConfig(args.file) : undefined;
    if (loaded && !loaded.ok) {
      refuseFindings(loaded.findings);
      return;
    }
    const texts = named.length > 0 ? named : loaded ? turnUrls(loaded.config.settings) : [];
    const uris = texts.flatMap((text) => parseTurnUri(text) ?? []);
    const malformed = texts.find((text) => !parseTurnUri(text));
    if (malformed !== undefined) {
      refuse(`${malformed} is no stun:, turn: or turns: URL. Example: turn:turn.example.com:3478`);
      return;
    }
    const caFile = args['ca-file'];
    const report = await examine({
      uris,
      secret:
        secretFile === undefined
          ? (loaded?.config.secrets[0].value ?? '')
          : readFileSync(secretFile, 'utf8').trim(),
      publicAddress: args['public-address'],
      ca: caFile === undefined ? undefined : readFileSync(caFile, 'utf8'),
      timeoutMs: Number(args.timeout) * 1_000,
      deadlineMs: Number(args.deadline) * 1_000,
    });
    print(args.json ? reportJson(report) : reportTable(report));
    if (!report.ok) process.exitCode = 1;
  },
});
