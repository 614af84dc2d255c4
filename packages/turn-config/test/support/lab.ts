import type { TestContext } from 'node:test';
import { examine, type DoctorOptions, type DoctorReport } from '../../src/doctor/doctor.ts';
import { turnserverConf } from '../../src/render/turnserver-conf.ts';
import { defaultSettings, type TurnSettings } from '../../src/settings/turn-settings.ts';
import { validateSettings } from '../../src/settings/validate.ts';
import { parseTurnUri } from '../../src/stun/turn-uri.ts';
import { makeCertificate, type Certificate } from './certificate.ts';
import { relayPorts } from './relay-ports.ts';
import { coturnVersion, freePort, ownAddress, startCoturn, type Coturn } from './coturn.ts';

export const SECRET = 'kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA';

/** What coturn tells people; it maps this to its own address, so that nothing is sent there. */
export const PUBLIC = '203.0.113.10';

export type UrlKind = 'udp' | 'tcp' | 'tls';

/** Settings for this machine, coturn's configuration from them, and the URLs of the server. */
export interface Lab {
  settings: TurnSettings;
  local: string;
  certificate: Certificate;
  conf: string;
  url: (kind: UrlKind) => string;
}

export interface LabOptions {
  settings?: Partial<TurnSettings>;
  secrets?: [string, ...string[]];
  certificate?: Certificate;
}

export async function makeLab(
  context: TestContext,
  { settings: changes = {}, secrets = [SECRET], certificate }: LabOptions = {},
): Promise<Lab> {
  const local = ownAddress();
  const plain = await freePort(local);
  const tls = await freePort(local);
  const made = certificate ?? makeCertificate(context, { names: [`IP:${local}`], days: 90 });
  const settings: TurnSettings = {
    ...defaultSettings('turn.example.com'),
    coturn: coturnVersion(),
    addresses: { source: 'static', local, public: PUBLIC },
    ports: { plain, tls, ...(await relayPorts()) },
    tls: { certificate: made.certificate, privateKey: made.privateKey },
    limits: { userQuota: 20, totalQuota: 200, maxBytesPerSecond: 400_000 },
    ...changes,
  };
  const validated = validateSettings(settings);
  if (!validated.ok) throw new Error(JSON.stringify(validated.findings));
  const [first, ...others] = secrets.map((value, index) => ({ id: `s${index}`, value }));
  if (!first) throw new Error('at least one secret');
  return {
    settings,
    local,
    certificate: made,
    conf: turnserverConf({ settings, secrets: [first, ...others] }),
    url: (kind) =>
      kind === 'tls' ? `turns:${local}:${tls}` : `turn:${local}:${plain}?transport=${kind}`,
  };
}

/** Starts coturn with the configuration of a lab, or with one spoilt on purpose. */
export async function start(context: TestContext, lab: Lab, conf = lab.conf): Promise<Coturn> {
  const coturn = await startCoturn(conf, lab.local, lab.settings.ports.plain);
  context.after(() => coturn.stop());
  return coturn;
}

/** The doctor, told what a lab differs in from a real server. */
export function doctor(
  lab: Lab,
  kinds: readonly UrlKind[],
  options: Partial<DoctorOptions> = {},
): Promise<DoctorReport> {
  return examine({
    uris: kinds.flatMap((kind) => parseTurnUri(lab.url(kind)) ?? []),
    secret: SECRET,
    publicAddress: PUBLIC,
    ca: lab.certificate.pem,
    ...options,
  });
}
