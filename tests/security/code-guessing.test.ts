import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { LIMITS } from '@rendev/interview-protocol';
import { AttemptLimiter } from '../../packages/signal-server/src/admission/attempt-limiter.ts';
import { ATTEMPT_RULES } from '../../packages/signal-server/src/admission/attempt-rules.ts';
import { codeOf, knock, reserve } from '../../packages/signal-server/test/support/answers.ts';
import {
  HOUR,
  startRestServer,
  type Answer,
  type RestServer,
} from '../../packages/signal-server/test/support/rest-server.ts';

const UNKNOWN = 'ZZZZ-ZZZZ';
const errorOf = ({ body }: Answer): string => (body as { code?: string }).code ?? 'let in';
const codeHash = 'the-hash-of-some-code';
/** As many visitors as are needed, each with an address of their own. */
const addressOf = (index: number): string =>
  `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;

/** An answer without what differs between any two answers. */
function shapeOf({ status, headers, body }: Answer): unknown {
  const told = [...headers].filter(([name]) => !/^(date|ratelimit-|x-ratelimit)/.test(name));
  return { status, headers: told, body: { ...(body as object), serverTime: '' } };
}

/** Tries until it is refused to; @returns how many tries were answered. */
async function guess(server: RestServer, headersOf: (index: number) => Record<string, string>) {
  for (let index = 0; index < 40; index++) {
    const answer = await knock(server, { code: UNKNOWN }, headersOf(index));
    if (errorOf(answer) === 'rate-limited') return index;
  }
  return 40;
}

describe('guessing codes', () => {
  it('takes centuries for one code: the numbers of SECURITY.md', () => {
    const codes = 32 ** LIMITS.codeLengthDefault;
    assert.equal(codes, 1_099_511_627_776);
    const daily = ATTEMPT_RULES.find(
      ({ counted, duration }) => counted === 'everybody' && duration === 86_400,
    );
    const years = (living: number) => codes / living / (daily?.points ?? Infinity) / 365.25;
    assert.equal(Math.round(years(1)), 30_103);
    assert.equal(Math.round(years(100)), 301);
    assert.equal(Math.round(years(1_000)), 30);
  });

  it('is limited for each address, whatever header of the visitor says it is another', async (t) => {
    const server = await startRestServer(t);
    const spoofs: ((index: number) => Record<string, string>)[] = [
      () => ({}),
      (index) => ({ 'x-forwarded-for': addressOf(index) }),
      (index) => ({ forwarded: `for=${addressOf(index)}` }),
      (index) => ({ 'x-real-ip': addressOf(index), 'client-ip': addressOf(index) }),
      (index) => ({ 'cf-connecting-ip': addressOf(index), 'true-client-ip': addressOf(index) }),
      (index) => ({ authorization: `Bearer made-up-${index}` }),
      (index) => ({ 'user-agent': `agent ${index}`, cookie: `visitor=${index}` }),
    ];
    const counts = [];
    for (const headersOf of spoofs) counts.push(await guess(server, headersOf));
    assert.deepEqual(counts, [10, 0, 0, 0, 0, 0, 0]);
  });

  it('is limited behind a trusted proxy by the address that the proxy saw', async (t) => {
    const server = await startRestServer(t, { env: { RENDEV_TRUST_PROXY: '127.0.0.1' } });
    // A proxy adds the address that it saw to whatever the visitor had written there.
    const seen = (index: number) => ({ 'x-forwarded-for': `${addressOf(index)}, 203.0.113.7` });
    assert.equal(await guess(server, seen), 10);
    const other = await knock(server, { code: UNKNOWN }, { 'x-forwarded-for': '203.0.113.8' });
    assert.equal(errorOf(other), 'code-invalid');
  });

  it('is limited for all addresses together, and one address cannot use that up', async () => {
    const perMinute = new AttemptLimiter();
    for (let count = 0; count < 1_000; count++) {
      await perMinute.begin({ ip: '192.0.2.1', codeHash: `${count}` });
    }
    const outcomes: boolean[] = [];
    for (let index = 0; index < 700; index++) {
      outcomes.push((await perMinute.begin({ ip: addressOf(index), codeHash: `${index}` })).ok);
    }
    assert.equal(outcomes.filter(Boolean).length, 600 - 10);
    assert.equal(outcomes.lastIndexOf(true), 600 - 10 - 1);
  });

  it('does not count good codes, and yet bounds how often one is asked', async () => {
    const limiter = new AttemptLimiter();
    const outcomes: boolean[] = [];
    for (let count = 0; count < 130; count++) {
      const attempt = { ip: '192.0.2.1', codeHash };
      const allowed = await limiter.begin(attempt);
      outcomes.push(allowed.ok);
      if (allowed.ok) await limiter.succeeded(attempt);
    }
    assert.equal(outcomes.lastIndexOf(true), 119);
    assert.ok((await limiter.begin({ ip: '192.0.2.2', codeHash: 'another' })).ok);
  });

  it('learns nothing from a refusal: of no code, of an unknown one, of one when too many were tried', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    const unknown = shapeOf(await knock(server, { code: UNKNOWN }));
    for (const text of ['!', 'x', 'A'.repeat(100), '한글', "' or 1=1 --", code.slice(0, -1)]) {
      assert.deepEqual(shapeOf(await knock(server, { code: text })), unknown, text);
    }
    await guess(server, () => ({}));
    const [good, bad] = [await knock(server, { code }), await knock(server, { code: UNKNOWN })];
    assert.equal(errorOf(good), 'rate-limited');
    const withoutTimes = (answer: Answer) =>
      JSON.stringify(shapeOf(answer)).replace(/"(retryAfterMs|retry-after)",?:?"?\d+"?|\d+/g, '');
    assert.equal(withoutTimes(good), withoutTimes(bad));
  });

  it('finds codes in the store under the hash of a key alone, by equality in an index', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server);
    const code = codeOf(interview).replace('-', '');
    const rows = await server.app.db.selectFrom('invitations').selectAll().execute();
    const plain = createHash('sha256').update(code).digest('base64url');
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.ok(!JSON.stringify(row).includes(code));
      assert.notEqual(row.code_hash, plain, 'whoever reads the store cannot try all codes');
      assert.match(row.code_hash, /^[\w-]{43}$/);
    }
  });

  it('goes on no longer than the window: the code of an interview that is over opens nothing', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    server.clock.now += 24 * HOUR;
    assert.equal(errorOf(await knock(server, { code })), 'expired');
  });
});
