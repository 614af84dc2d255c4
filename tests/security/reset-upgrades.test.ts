import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { it } from 'node:test';
import { eventually } from '../../packages/signal-server/test/realtime/client.ts';
import { ORIGIN } from '../../packages/signal-server/test/realtime/server.ts';
import { startFuzzed } from './fuzz-values.ts';
import { RawSocket } from './raw-socket.ts';

const UPGRADES = 20;

it('connections that are reset while their upgrade waits for the store end alone', async (t) => {
  const { server, timePasses } = await startFuzzed(t);
  const asked: Duplex[] = [];
  server.app.fastify.server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => {
    asked.push(socket);
  });
  // The origins that are remembered are old, and the store is busy with something else.
  timePasses();
  const store = Promise.withResolvers<undefined>();
  const busy = server.app.db.connection().execute(() => store.promise);

  const attackers = await Promise.all(
    Array.from({ length: UPGRADES }, () => RawSocket.upgrade(server.url, [`Origin: ${ORIGIN}`])),
  );
  await eventually('the upgrades', () => asked.length === UPGRADES || undefined);
  for (const { socket } of attackers) socket.resetAndDestroy();
  await eventually('the resets', () => asked.every(({ destroyed }) => destroyed) || undefined);
  store.resolve(undefined);
  await busy;

  const person = await server.join(await server.interview());
  assert.deepEqual(person.joined.participants, []);
});
