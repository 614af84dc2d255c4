import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CLIENT_EVENTS, ERROR_CODES } from '@rendev/interview-protocol';
import fc from 'fast-check';
import type { Client } from '../../packages/signal-server/test/realtime/client.ts';
import { anything, LEAK, startFuzzed, text } from './fuzz-values.ts';

const FRAMES = 10_000;
const AT_ONCE = 50;
const CODES: readonly string[] = Object.keys(ERROR_CODES);

interface Answer {
  readonly error?: { readonly code: string };
}

/** What is lost with the connection, which an event may end, is no answer; silence is a failure. */
async function ask(client: Client, name: string, args: readonly unknown[]): Promise<Answer> {
  try {
    return (await client.sendRaw(name, ...args)) as Answer;
  } catch (error) {
    if (client.closedBecause === undefined) throw error;
    return { error: { code: 'unavailable' } };
  }
}

const names = fc.constantFrom(...Object.keys(CLIENT_EVENTS));

it(`${FRAMES} events: each is answered by a code of ours, and the server goes on`, async (t) => {
  const { server, faults, timePasses } = await startFuzzed(t);
  const bystander = await server.join(await server.interview());
  let client = await server.join(await server.interview(), { role: 'interviewer' });
  // An interview may end by it, a person leave: then there is another.
  const again = async () => {
    client = await server.join(await server.interview(), { role: 'interviewer' });
  };
  const seen = new Map<string, number>();
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.oneof({ weight: 9, arbitrary: names }, { weight: 1, arbitrary: text }),
          fc.array(anything, { maxLength: 2 }),
        ),
        {
          minLength: AT_ONCE,
          maxLength: AT_ONCE,
        },
      ),
      async (events) => {
        timePasses();
        if (client.closedBecause !== undefined) await again();
        const answers = events.map(([name, args]) => ask(client, name, args));
        for (const answer of await Promise.all(answers)) {
          const code = answer.error?.code ?? 'ok';
          seen.set(code, (seen.get(code) ?? 0) + 1);
          assert.ok(code === 'ok' || CODES.includes(code), code);
          assert.notEqual(code, 'internal');
          assert.doesNotMatch(JSON.stringify(answer), LEAK);
        }
        sent += events.length;
      },
    ),
    { numRuns: FRAMES / AT_ONCE, endOnFailure: true },
  );
  assert.equal(sent, FRAMES);
  assert.ok((seen.get('bad-request') ?? 0) > FRAMES / 4, JSON.stringify([...seen]));
  assert.deepEqual(faults, []);
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  assert.equal(bystander.closedBecause, undefined);
});
