import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';

export interface Certificate {
  /** Paths. */
  certificate: string;
  privateKey: string;
  /** The certificate itself; signed by itself, it is its own authority. */
  pem: string;
}

/** `days` below 0 makes one that has ended. */
export function makeCertificate(
  context: TestContext,
  { names, days }: { names: string[]; days: number },
): Certificate {
  const folder = temporaryFolder(context);
  const certificate = join(folder, 'fullchain.pem');
  const privateKey = join(folder, 'privkey.pem');
  const request = join(folder, 'request.pem');
  const extensions = join(folder, 'extensions.cnf');
  writeFileSync(extensions, `subjectAltName=${names.join(',')}\n`);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { stdio: 'ignore' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', ...key, '-keyout', privateKey, '-out', request, '-subj', '/CN=turn.example.com');
  const signing = ['-signkey', privateKey, '-days', String(days), '-extfile', extensions];
  openssl('x509', '-req', '-in', request, ...signing, '-out', certificate);
  return { certificate, privateKey, pem: readFileSync(certificate, 'utf8') };
}
