import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CertificateFiles {
  /** Paths of PEM files. */
  readonly certificate: string;
  readonly privateKey: string;
}

export const certificateFiles = (folder: string): CertificateFiles => ({
  certificate: join(folder, 'fullchain.pem'),
  privateKey: join(folder, 'privkey.pem'),
});

/** Makes a certificate that is signed by itself; returns it as PEM. */
export function makeCertificate(folder: string): string {
  const { certificate, privateKey } = certificateFiles(folder);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=turn.example.com'],
      ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
      ...['-keyout', privateKey, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
  return readFileSync(certificate, 'utf8');
}

/**
 * The switch that makes Chromium trust a certificate by its public key. TURN over TLS is refused by
 * Chromium without it, as a page would be.
 */
export function trustSwitch(pem: string): string {
  const spki = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(spki).digest('base64');
  return `--ignore-certificate-errors-spki-list=${hash}`;
}
