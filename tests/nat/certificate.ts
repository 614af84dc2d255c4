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

/**
 * Makes a certificate that is signed by itself.
 *
 * @returns SHA-256 of its public key, base64: what `--ignore-certificate-errors-spki-list` takes.
 * Chromium applies that switch, unlike `--ignore-certificate-errors`, to TURN over TLS too.
 */
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
  const { publicKey } = new X509Certificate(readFileSync(certificate));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}
