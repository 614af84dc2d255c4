import { randomUUID } from 'node:crypto';
import { joinRoom, newEpoch, OurServer } from '../ours.ts';
import { type ProcessOptions, ServerProcess } from '../server-process.ts';
import { SocketIoClient } from '../wires/socket-io-client.ts';

/** Somebody who writes; `answered` comes with the acknowledgement. */
type Writer = (text: string, answered: () => void) => void;

/** A server with people who write to each other, two in each room. */
export interface Talk {
  readonly name: string;
  readonly process: ServerProcess;
  readonly writers: readonly Writer[];
  /** Messages that came to the person whom they were for. */
  readonly heard: () => number;
  close(): Promise<void>;
}

export async function ourTalk(
  name: string,
  rooms: number,
  environment: Readonly<Record<string, string>>,
  options: ProcessOptions = {},
): Promise<Talk> {
  const server = await OurServer.create(environment);
  const seats = await server.book(rooms);
  await server.start(options);
  let heard = 0;
  const clients: SocketIoClient[] = [];
  for (const [number, { tickets }] of seats.entries()) {
    for (const ticket of tickets) {
      const { client } = await joinRoom(server.url, { ticket }, newEpoch(), number);
      client.on('chat:message', () => {
        heard += 1;
      });
      clients.push(client);
    }
  }
  return {
    name,
    process: server.process,
    writers: clients.map((client) => (text, answered) => {
      client.ask('chat:send', { id: randomUUID(), text }, (answer) => {
        const { ok } = answer as { ok: boolean };
        if (!ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
        answered();
      });
    }),
    heard: () => heard,
    close: async () => {
      for (const client of clients) client.close();
      await server.close();
    },
  };
}

export async function naiveTalk(name: string, rooms: number): Promise<Talk> {
  const process = new ServerProcess('contenders/socket-io.ts');
  const url = `http://127.0.0.1:${await process.port()}`;
  let heard = 0;
  const clients: SocketIoClient[] = [];
  for (let person = 0; person < rooms * 2; person += 1) {
    const client = await SocketIoClient.connect(url);
    const joined = new Promise((resolve) => {
      client.ask('join', `room ${Math.floor(person / 2)}`, resolve);
    });
    client.on('chat', () => {
      heard += 1;
    });
    await joined;
    clients.push(client);
  }
  return {
    name,
    process,
    writers: clients.map((client) => (text, answered) => {
      client.ask('chat', { id: randomUUID(), text }, answered);
    }),
    heard: () => heard,
    close: async () => {
      for (const client of clients) client.close();
      await process.stop();
    },
  };
}
