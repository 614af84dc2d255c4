import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { credentials, sign } from '../src/credentials.ts';
import { DENIED_PEERS } from '../src/ip/denied-peers.ts';
import { formatIp, type Ip } from '../src/ip/ip-address.ts';
import { parseRange } from '../src/ip/ip-range.ts';
import { FAMILY } from '../src/stun/constants.ts';
import { TurnClient, type Response, type User } from '../src/stun/turn-client.ts';
import { isAtLeast } from '../src/settings/coturn-versions.ts';
import { makeCertificate } from './support/certificate.ts';
import { coturnVersion } from './support/coturn.ts';
import { doctor, makeLab, SECRET, start, type Lab } from './support/lab.ts';

const KINDS = ['udp', 'tcp', 'tls'] as const;

describe('coturn with our configuration', () => {
  it('starts without a warning', async (context) => {
    const lab = await makeLab(context);
    const coturn = await start(context, lab);
    const complaints = coturn
      .log()
      .split('\n')
      .filter((line) => /warn|error|bad config|cannot|deprecated/i.test(line));
    assert.deepEqual(complaints, []);
  });

  it('passes the doctor over UDP, TCP and TLS', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const { ok, examinations } = await doctor(lab, KINDS);
    const others = examinations.flatMap(({ results }) =>
      results.filter(({ status }) => status !== 'pass'),
    );
    assert.deepEqual(others, []);
    assert.ok(ok);
    const checks = new Set(
      examinations.flatMap(({ results }) => results.map(({ check }) => check)),
    );
    assert.equal(checks.size, 18, [...checks].join(', '));
  });

  it('refuses each denied range, at its ends and between', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const user = seat('ranges');
    const client = await connect(context, lab);
    assertSuccess(await client.allocate(user));
    const own = lab.local;
    for (const ip of probesOf(DENIED_PEERS).filter((probe) => formatIp(probe) !== own)) {
      const permission = await client.createPermission(user, { ip, port: 9 });
      assertRefused(permission, ip.length === 4 ? 403 : 443, formatIp(ip));
    }
    assertSuccess(await client.createPermission(user, { ip: Uint8Array.of(8, 8, 8, 8), port: 9 }));
  });

  it('refuses each denied range over an IPv6 relay too', async (context) => {
    // Our settings allow no IPv6 on versions that need none of it; the ranges are to hold anyway.
    const lab = await makeLab(context);
    await start(context, lab, `${lab.conf}\nlistening-ip=::1\nrelay-ip=::1\n`);
    const user = seat('ranges6');
    const client = await connect(context, lab);
    assertSuccess(await client.allocate(user, { family: FAMILY.ipv6 }));
    const probes = probesOf(DENIED_PEERS).filter(({ length }) => length === 16);
    assert.ok(probes.length > 50);
    for (const ip of probes) {
      assertRefused(await client.createPermission(user, { ip, port: 9 }), 403, formatIp(ip));
    }
    const ip = Uint8Array.of(0x26, 0x06, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11);
    assertSuccess(await client.createPermission(user, { ip, port: 9 }));
  });

  it('answers 401 to wrong, expired, unsigned and garbled credentials', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const now = Math.floor(Date.now() / 1_000);
    const good = seat('good');
    const wrong: Record<string, User> = {
      'another secret': { ...good, credential: sign(`${SECRET}x`, good.username) },
      'an empty secret': { ...good, credential: sign('', good.username) },
      'an expired one': user(`${now - 1}:good`),
      'a time that is none': user('later:good'),
      'no time': user('good'),
      'somebody else': { ...good, username: `${now + 600}:other` },
    };
    for (const [name, each] of Object.entries(wrong)) {
      const client = await connect(context, lab);
      assertRefused(await client.allocate(each), 401, name);
    }
    const client = await connect(context, lab);
    assertRefused(await client.allocate(undefined), 401, 'nobody');
    assertSuccess(await client.allocate(good));
  });

  it('counts the relays of one person by the pseudonym, whatever the expiry', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const now = Math.floor(Date.now() / 1_000);
    const { userQuota } = lab.settings.limits;
    for (let held = 0; held < userQuota; held += 1) {
      const client = await connect(context, lab);
      assertSuccess(await client.allocate(user(`${now + 600 + held}:busy`)));
    }
    const late = await connect(context, lab);
    assertRefused(await late.allocate(user(`${now + 9_000}:busy`)), 486, 'the same person');
    const other = await connect(context, lab);
    assertSuccess(await other.allocate(seat('other')));
  });

  it('holds the quota of all people, and gives relays back', async (context) => {
    const limits = { userQuota: 12, totalQuota: 3, maxBytesPerSecond: 400_000 };
    const lab = await makeLab(context, { settings: { limits } });
    await start(context, lab);
    const clients: { client: TurnClient; holder: User }[] = [];
    for (const holder of [seat('a'), seat('b'), seat('c')]) {
      const client = await connect(context, lab);
      assertSuccess(await client.allocate(holder));
      clients.push({ client, holder });
    }
    const late = await connect(context, lab);
    assertRefused(await late.allocate(seat('d')), 486, 'a fourth');
    const [first] = clients;
    assert.ok(first);
    assertSuccess(await first.client.refresh(first.holder, 0));
    await until(context, async () => {
      const again = await connect(context, lab);
      return (await again.allocate(seat('d'))).ok;
    });
  });

  it('lets a call outlive its credentials, and asks for new ones at the next relay', async (context) => {
    const lab = await makeLab(context);
    await start(context, lab);
    const short = credentials({ secret: SECRET, id: 'seat', ttlSeconds: 3 });
    const calling = await connect(context, lab);
    assertSuccess(await calling.allocate(short));
    // Each time anew: a connection that was once authenticated stays so.
    await until(context, async () => {
      const restarted = await connect(context, lab);
      const response = await restarted.refresh(short, 0);
      return !response.ok && response.failure.kind === 'refused' && response.failure.code === 401;
    });
    const restarted = await connect(context, lab);
    assertRefused(await restarted.allocate(short), 401, 'an ended credential');
    assertSuccess(await calling.refresh(short, 600));
    const renewed = await connect(context, lab);
    assertSuccess(await renewed.allocate(credentials({ secret: SECRET, id: 'seat' })));
  });

  it('keeps the calls when SIGUSR2 reloads the certificate', async (context) => {
    const lab = await makeLab(context);
    const coturn = await start(context, lab);
    const holder = seat('calling');
    const client = await connect(context, lab, 'tls');
    assertSuccess(await client.allocate(holder));
    const renewed = makeCertificate(context, { names: [`IP:${lab.local}`], days: 80 });
    copyFileSync(renewed.privateKey, lab.certificate.privateKey);
    copyFileSync(renewed.certificate, lab.certificate.certificate);
    const { fingerprint256 } = new X509Certificate(renewed.pem);
    coturn.signal('SIGUSR2');
    await until(context, async () => {
      const { transport } = await connect(context, lab, 'tls');
      return transport.tls?.certificate.fingerprint256 === fingerprint256;
    });
    assertSuccess(await client.refresh(holder, 600));
    assert.ok(!coturn.hasExited());
  });

  it('accepts every secret of a rotation', async (context) => {
    const old = 'Zq8wE5rT2yU9iO6pA3sD7fG4hJ1kL0xC';
    const lab = await makeLab(context, { secrets: [SECRET, old] });
    await start(context, lab);
    for (const secret of [SECRET, old]) {
      const client = await connect(context, lab);
      assertSuccess(await client.allocate(credentials({ secret, id: 'seat' })));
    }
  });

  it('has rate limits and log levels where the version knows them', async (context) => {
    if (!isAtLeast(coturnVersion(), '4.16')) {
      await assert.rejects(makeLab(context, { settings: { logLevel: 'info' } }), /option-unknown/);
      return;
    }
    const limits = {
      userQuota: 20,
      totalQuota: 200,
      maxBytesPerSecond: 400_000,
      unauthorizedPerSecond: 5,
    };
    const lab = await makeLab(context, { settings: { logLevel: 'info', limits } });
    const coturn = await start(context, lab);
    assert.doesNotMatch(coturn.log(), /bad config/i);
  });
});

function seat(id: string): User {
  return credentials({ secret: SECRET, id });
}

function user(username: string): User {
  return { username, credential: sign(SECRET, username) };
}

async function connect(
  context: TestContext,
  lab: Lab,
  transport: 'udp' | 'tls' = 'udp',
): Promise<TurnClient> {
  const controller = new AbortController();
  context.after(() => {
    controller.abort();
  });
  const { plain, tls } = lab.settings.ports;
  const port = transport === 'tls' ? tls : plain;
  const connected = await TurnClient.connect(
    { transport, address: lab.local, host: lab.local, port },
    { timeoutMs: 5_000, signal: controller.signal },
  );
  assert.ok(connected.ok);
  return connected.client;
}

function probesOf(ranges: readonly string[]): Ip[] {
  return ranges.flatMap((text) => {
    const parsed = parseRange(text);
    assert.ok(parsed.ok, text);
    const { first, last } = parsed.range;
    const between = first.map((octet, index) => (octet + (last[index] ?? 0)) >> 1);
    return [first, between, last];
  });
}

function assertSuccess(response: Response): void {
  assert.ok(response.ok, JSON.stringify(response));
}

function assertRefused(response: Response, code: number, what: string): void {
  assert.ok(!response.ok, `${what} was allowed`);
  assert.deepEqual(response.failure, { kind: 'refused', code }, what);
}

/** Waits for a condition; the limit of the runner ends it if it never comes. */
async function until({ signal }: TestContext, condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(50, undefined, { signal });
}
