import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import type { CheckName } from '../src/doctor/check-result.ts';
import { examine, type DoctorOptions } from '../src/doctor/doctor.ts';
import { FAULTS, type FaultCode } from '../src/doctor/faults.ts';
import { reportJson, reportTable } from '../src/doctor/report.ts';
import { isAtLeast } from '../src/settings/coturn-versions.ts';
import { parseTurnUri } from '../src/stun/turn-uri.ts';
import { makeCertificate } from './support/certificate.ts';
import { coturnVersion, freePort, ownAddress } from './support/coturn.ts';
import {
  doctor,
  makeLab,
  PUBLIC,
  SECRET,
  start,
  type Lab,
  type LabOptions,
  type UrlKind,
} from './support/lab.ts';

/** coturn before 4.11 runs on with a rule that it cannot read; later ones do not start. */
const RUNS_WITH_BROKEN_RULES = !isAtLeast(coturnVersion(), '4.13');

interface Planted {
  name: string;
  /** Spoils the configuration. */
  spoil: (conf: string, lab: Lab) => string;
  expect: Partial<Record<CheckName, FaultCode>>;
  kinds?: UrlKind[];
  options?: Partial<DoctorOptions>;
  /** Whether this version of coturn has the trap at all. */
  when?: boolean;
}

const UDP: UrlKind[] = ['udp'];

const TEN = 'denied-peer-ip=10.0.0.0-10.255.255.255';
const replaceTen = (line: string) => (conf: string) => conf.replace(TEN, line);
const without = (pattern: RegExp) => (conf: string) => conf.replace(pattern, '');
const privatePeers = { 'denied-peers': 'private-peers-allowed' } as const;
const everybodyDenied = { 'public-peer': 'all-peers-denied' } as const;

const PLANTED: Planted[] = [
  {
    name: 'a range from ::',
    spoil: (conf) => `${conf}\ndenied-peer-ip=::-::ff\n`,
    expect: everybodyDenied,
  },
  {
    name: 'a lone 0.0.0.0',
    spoil: (conf) => `${conf}\ndenied-peer-ip=0.0.0.0\n`,
    expect: everybodyDenied,
  },
  { name: 'a lone ::', spoil: (conf) => `${conf}\ndenied-peer-ip=::\n`, expect: everybodyDenied },
  {
    name: 'a rule in CIDR form',
    spoil: replaceTen('denied-peer-ip=10.0.0.0/8'),
    expect: privatePeers,
    when: RUNS_WITH_BROKEN_RULES,
  },
  {
    name: 'a comment behind a rule',
    spoil: replaceTen(`${TEN} # inside`),
    expect: privatePeers,
    when: RUNS_WITH_BROKEN_RULES,
  },
  {
    name: 'a list of ranges',
    spoil: replaceTen(`${TEN},172.16.0.0-172.31.255.255`),
    expect: privatePeers,
    when: RUNS_WITH_BROKEN_RULES,
  },
  {
    name: 'a reversed range',
    spoil: replaceTen('denied-peer-ip=10.255.255.255-10.0.0.0'),
    expect: privatePeers,
  },
  {
    name: 'no deny list',
    spoil: without(/^denied-peer-ip=.*$/gm),
    expect: privatePeers,
  },
  {
    name: 'IPv4-mapped addresses on an IPv6 relay (CVE-2026-27624)',
    spoil: (conf) =>
      `${without(/^denied-peer-ip=::ffff.*$/gm)(conf)}\nlistening-ip=::1\nrelay-ip=::1\n`,
    expect: privatePeers,
    when: !isAtLeast(coturnVersion(), '4.13'),
  },
  {
    name: 'an empty secret beside the good one',
    spoil: (conf) => `${conf}\nstatic-auth-secret=\n`,
    expect: { 'empty-secret': 'empty-secret-accepted' },
  },
  {
    name: 'no-auth',
    spoil: (conf) => conf.replace('use-auth-secret', 'no-auth').replace(/^static-auth.*$/m, ''),
    expect: { 'no-credential': 'open-relay' },
  },
  {
    name: 'external-ip without its private part',
    spoil: (conf, { local }) =>
      `${conf.replace(/^external-ip=.*$/m, `external-ip=${PUBLIC}`)}\ndenied-peer-ip=${local}\n`,
    expect: { 'relay-echo': 'relay-loop-denied' },
  },
  {
    name: 'no external-ip',
    spoil: without(/^external-ip=.*$/m),
    expect: { 'relayed-address': 'relayed-private' },
  },
  {
    name: 'min-port above max-port',
    spoil: (conf) => conf.replace(/^min-port=(\d+)\nmax-port=(\d+)$/m, 'min-port=$2\nmax-port=$1'),
    expect: { allocate: 'server-crashed' },
    options: { timeoutMs: 500 },
  },
  {
    name: 'one relay port',
    spoil: (conf) =>
      conf.replace(/^max-port=.*$/m, '').replace(/^min-port=(\d+)$/m, 'min-port=$1\nmax-port=$1'),
    expect: { 'relay-echo': 'ports-exhausted' },
  },
  {
    name: 'bps-capacity for a single relay',
    spoil: (conf) => `${conf}\nbps-capacity=400000\n`,
    expect: { 'relay-echo': 'quota-exhausted', 'user-quota': 'quota-exhausted' },
  },
  {
    name: 'total-quota used up',
    spoil: (conf) => conf.replace(/^total-quota=.*$/m, 'total-quota=1'),
    expect: { 'relay-echo': 'quota-exhausted' },
  },
  {
    name: 'a user-quota for one URL',
    spoil: (conf) => conf.replace(/^user-quota=.*$/m, 'user-quota=4'),
    expect: { 'user-quota': 'user-quota-low' },
  },
  {
    name: 'no user-quota',
    spoil: without(/^user-quota=.*$/m),
    expect: { 'user-quota': 'no-user-quota' },
  },
  {
    name: 'TCP relays',
    spoil: without(/^no-tcp-relay$/m),
    expect: { 'tcp-allocation': 'tcp-relay-enabled' },
    kinds: ['tcp'],
  },
  {
    name: 'the talkative defaults',
    spoil: without(
      /^(no-software-attribute|no-rfc5780|no-stun-backward-compatibility|response-origin-only-with-rfc5780)$/gm,
    ),
    expect: { reflection: 'reflects', software: 'software-shown' },
    when: !isAtLeast(coturnVersion(), '4.7'),
  },
  {
    name: 'STUN only',
    spoil: (conf) => `${conf}\nstun-only\n`,
    expect: { allocate: 'allocation-unanswered' },
    options: { timeoutMs: 300 },
  },
  {
    name: 'another server in place of this one',
    spoil: (conf) => `${conf}\nalternate-server=192.0.2.77:3478\n`,
    expect: { allocate: 'redirected' },
  },
  {
    name: 'another secret',
    spoil: (conf) => conf,
    expect: { allocate: 'secret-differs' },
    options: { secret: 'Zq8wE5rT2yU9iO6pA3sD7fG4hJ1kL0xC' },
  },
  {
    name: 'a server clock an hour ahead',
    spoil: (conf) => conf,
    expect: { allocate: 'clock-ahead' },
    options: { now: () => Date.now() - 3_600_000 },
  },
  {
    name: 'a server clock an hour behind',
    spoil: (conf) => conf,
    expect: { clock: 'clock-behind' },
    options: { now: () => Date.now() + 3_600_000 },
  },
  {
    name: 'a server clock two days behind',
    spoil: (conf) => conf,
    expect: { expired: 'expired-accepted', clock: 'clock-behind' },
    options: { now: () => Date.now() + 2 * 86_400_000 },
  },
  {
    name: 'another public address',
    spoil: (conf) => conf,
    expect: { 'relayed-address': 'relayed-private' },
    options: { publicAddress: '198.51.100.1' },
  },
];

describe('the doctor names what is planted', () => {
  for (const { name, spoil, expect, kinds = UDP, options = {}, when = true } of PLANTED) {
    if (!when) continue;
    it(name, async (context) => {
      const lab = await makeLab(context);
      const conf = spoil(lab.conf, lab);
      await start(context, lab, conf);
      await assertFaults(lab, kinds, options, expect);
    });
  }
});

describe('the doctor on certificates', () => {
  const tlsFaults: [string, LabOptions | ((context: TestContext) => LabOptions), FaultCode][] = [
    ['for another name', withCertificate(['DNS:other.example.com'], 90), 'certificate-name'],
    ['that have ended', withCertificate([], -1), 'certificate-expired'],
    ['about to end', withCertificate([], 5), 'certificate-expiring'],
  ];
  for (const [name, options, fault] of tlsFaults) {
    it(name, async (context) => {
      const lab = await makeLab(
        context,
        typeof options === 'function' ? options(context) : options,
      );
      await start(context, lab);
      await assertFaults(lab, ['tls'], {}, { certificate: fault });
    });
  }

  it('from nobody known', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const faults = { certificate: 'certificate-untrusted' } as const;
    await assertFaults(lab, ['tls'], { ca: undefined }, faults);
  });

  it('that are missing', async (context) => {
    const lab = await makeLab(context);
    rmSync(lab.certificate.certificate);
    await start(context, lab);
    await assertFaults(lab, ['tls'], {}, { connect: 'tls-unreachable' });
  });

  it('whose key cannot be read', async (context) => {
    const lab = await makeLab(context);
    // A process of root reads in spite of the mode: an empty file stands for it.
    chmodSync(lab.certificate.privateKey, 0o000);
    await start(context, lab, lab.conf.replace(/^pkey=.*$/m, 'pkey=/dev/null'));
    await assertFaults(lab, ['tls'], {}, { connect: 'tls-unreachable' });
  });
});

describe('the doctor without a server', () => {
  it('says that nothing listens', async (context) => {
    const lab = await makeLab(context);
    await assertFaults(lab, ['udp'], {}, { binding: 'unreachable' });
    await assertFaults(lab, ['tcp'], {}, { connect: 'unreachable' });
    await assertFaults(lab, ['tls'], {}, { connect: 'tls-unreachable' });
  });

  it('says that a name has no address', async () => {
    const uri = parseTurnUri('turn:turn.invalid');
    assert.ok(uri);
    const { ok, examinations } = await examine({ uris: [uri], secret: SECRET });
    assert.ok(!ok);
    const [result] = examinations[0]?.results ?? [];
    assert.ok(result?.status === 'fail');
    assert.equal(result.fault, 'name-unresolved');
  });

  it('ends at the deadline', async (context) => {
    const socket = createSocket('udp4');
    const port = await freePort('127.0.0.1');
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    context.after(() => socket.close());
    const uri = parseTurnUri(`turn:127.0.0.1:${port}`);
    assert.ok(uri);
    const report = await examine({
      uris: [uri],
      secret: SECRET,
      timeoutMs: 600_000,
      deadlineMs: 50,
    });
    const faults = report.examinations.flatMap(({ results }) =>
      results.flatMap((result) => (result.status === 'pass' ? [] : [result.fault])),
    );
    assert.ok(faults.includes('deadline-passed'), faults.join());
  });
});

describe('reports', () => {
  it('tell people and machines cause and mend', async (context) => {
    const lab = await makeLab(context);
    const report = await doctor(lab, ['tcp']);
    const { cause, mend } = FAULTS.unreachable;
    const table = reportTable(report);
    assert.match(table, /FAIL {2}connect/);
    assert.ok(table.includes(cause) && table.includes(mend));
    const json: unknown = JSON.parse(reportJson(report));
    const uri = lab.url('tcp');
    const detail = `${lab.local} port ${lab.settings.ports.plain}: ECONNREFUSED`;
    const result = { check: 'connect', status: 'fail', fault: 'unreachable', detail, cause, mend };
    assert.deepEqual(json, { ok: false, examinations: [{ uri, results: [result] }] });
  });
});

async function assertFaults(
  lab: Lab,
  kinds: readonly UrlKind[],
  options: Partial<DoctorOptions>,
  expected: Partial<Record<CheckName, FaultCode>>,
): Promise<void> {
  const { examinations } = await doctor(lab, kinds, options);
  const results = examinations.flatMap((examination) => examination.results);
  const found = results.flatMap((result) =>
    result.status === 'pass' ? [] : [[result.check, result.fault] as const],
  );
  for (const [check, fault] of Object.entries(expected)) {
    assert.ok(
      found.some(([foundCheck, foundFault]) => foundCheck === check && foundFault === fault),
      `${check} should say ${fault}; found ${JSON.stringify(results, null, 1)}`,
    );
  }
}

function withCertificate(names: string[], days: number): (context: TestContext) => LabOptions {
  return (context) => ({
    certificate: makeCertificate(context, {
      names: names.length > 0 ? names : [`IP:${ownAddress()}`],
      days,
    }),
  });
}
