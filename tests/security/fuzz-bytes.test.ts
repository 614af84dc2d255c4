import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { eventually } from '../../packages/signal-server/test/realtime/client.ts';
import { anything, LEAK, startFuzzed, text } from './fuzz-values.ts';
import { frame, RawSocket } from './raw-socket.ts';

const SESSIONS = 300;

it(`${SESSIONS} websockets of raw bytes: each ends alone`, async (t) => {
  const { server, faults, timePasses } = await startFuzzed(t);
  const interview = await server.interview();
  const bystander = await server.join(interview);
  const auth = (ticket: string) =>
    JSON.stringify({
      protocol: 1,
      epoch: 'raw-bytes-epoch',
      since: 0,
      media: { microphone: true, camera: true, screen: false },
      ticket,
    });
  const bytes = fc.uint8Array({ maxLength: 300 });
  const packets = fc.oneof(
    bytes.map((payload) => frame(payload)),
    bytes.map((payload) => Buffer.from(payload)),
    fc
      .tuple(bytes, fc.nat(15), fc.boolean(), fc.boolean())
      .map(([payload, opcode, final, masked]) => frame(payload, { opcode, final, masked })),
    text.map((payload) => frame(Buffer.from(`42${payload}`))),
    anything.map((payload) => frame(Buffer.from(`42${JSON.stringify(['chat:send', payload])}`))),
    fc
      .constantFrom(
        '0',
        '1',
        '2',
        '3',
        '4',
        '40',
        '40{',
        '40/admin,{}',
        '41',
        '43',
        '44{}',
        '451-["x",{"_placeholder":true,"num":0}]',
        '450-[]',
        '42',
        '42[]',
        '42["x"]',
        '429007199254740993["chat:typing",{}]',
        '2probe',
        '5',
        '6',
        'b',
        'bAAAA',
        '4'.repeat(10_000),
      )
      .map((payload) => frame(Buffer.from(payload))),
    // Lengths that lie: 2^63, and 64 kB and one.
    fc.constantFrom(
      Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      frame(Buffer.alloc(65_537, 0x34)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(packets, { minLength: 1, maxLength: 12 }),
      async (joins, sent) => {
        timePasses();
        const raw = await RawSocket.upgrade(server.url);
        await eventually('the websocket', () => raw.text.includes('0{"sid"') || undefined);
        if (joins) {
          const ticket = await server.ticket(interview, { seat: 'ticket:raw' });
          // Twice at once: one transport is one join.
          raw.send(`40${auth(ticket)}`);
          raw.send(`40${auth(ticket)}`);
        }
        for (const packet of sent) raw.write(packet);
        // An end of its own, in case that nothing of it was wrong.
        raw.end();
        await raw.closed;
        assert.doesNotMatch(raw.text, LEAK);
      },
    ),
    { numRuns: SESSIONS, endOnFailure: true },
  );
  assert.deepEqual(faults, []);
  assert.equal(bystander.closedBecause, undefined);
  assert.ok((await bystander.say('still here')).ok);
});
