import { newEpoch, type Page, OurServer, joinRoom, type Seats } from './ours.ts';
import { type ProcessOptions, ServerProcess } from './server-process.ts';
import { type PeerSignal, openPeer } from './wires/peer.ts';
import { openSocket } from './wires/raw-socket.ts';
import { SocketIoClient } from './wires/socket-io-client.ts';
import { clientWire, type Pair, socketWire, type Wire } from './wires/wire.ts';

/** A server that takes signals from one person to another. */
export interface Contender {
  readonly name: string;
  /** @param rooms how many pairs are to be opened at most */
  start(rooms: number, options?: ProcessOptions): Promise<Running>;
}

interface Running {
  readonly process: ServerProcess;
  /** Two people who can reach each other. */
  pair(): Promise<Pair>;
  close(): Promise<void>;
}

const ours: Contender = {
  name: 'ours',
  start: async (rooms, options) => {
    const server = await OurServer.create();
    const seats = (await server.book(rooms)).values();
    await server.start(options);
    return {
      process: server.process,
      pair: () => ourPair([server.url, server.url], seats.next().value),
      close: () => server.close(),
    };
  },
};

/** @param urls of the nodes at which the two are */
export async function ourPair(
  urls: readonly [string, string],
  seats: Seats | undefined,
): Promise<Pair> {
  if (seats === undefined) throw new Error('More pairs than rooms');
  const [one, other] = seats.tickets;
  const first = await joinRoom(urls[0], { ticket: one }, newEpoch());
  const second = await joinRoom(urls[1], { ticket: other }, newEpoch());
  return [ourWire(first, second), ourWire(second, first)];
}

function ourWire({ client }: Page, { snapshot: { self } }: Page): Wire {
  const address = { to: self.id, toEpoch: self.epoch, link: 'bench-link-of-a-page' };
  return clientWire(client, (content) => {
    // The widget asks for an acknowledgement of a description, and of nothing else.
    if (!('description' in content)) {
      client.emit('signal:send', { ...address, ...content });
      return;
    }
    client.ask('signal:send', { ...address, ...content }, (answer) => {
      const { ok } = answer as { ok: boolean };
      if (!ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    });
  });
}

/** A contender whose server is a file of contenders/. */
const rival = (name: string, file: string, pair: (port: number) => Promise<Pair>): Contender => ({
  name,
  start: async (_rooms, options) => {
    const process = new ServerProcess(`contenders/${file}.ts`, options);
    const port = await process.port();
    return { process, pair: () => pair(port), close: () => process.stop() };
  },
});

const rawWs = rival('raw ws relay', 'raw-ws', async (port) => {
  const person = async () => {
    const { socket, first } = await openSocket(`ws://127.0.0.1:${port}`);
    return { socket, id: (JSON.parse(first) as { id: string }).id };
  };
  const [one, other] = [await person(), await person()];
  const wire = ({ socket }: typeof one, to: string) =>
    socketWire(socket, (content) => ({ to, ...content }));
  return [wire(one, other.id), wire(other, one.id)];
});

/** @param urls of the nodes at which the two are */
export async function socketIoPair(urls: readonly [string, string]): Promise<Pair> {
  const one = await SocketIoClient.connect(urls[0]);
  const other = await SocketIoClient.connect(urls[1]);
  const wire = (client: SocketIoClient, to: string) =>
    clientWire(client, (content) => {
      client.emit('signal', { to, ...content });
    });
  return [wire(one, other.id), wire(other, one.id)];
}

const socketIo = rival('naive socket.io relay', 'socket-io', (port) => {
  const url = `http://127.0.0.1:${port}`;
  return socketIoPair([url, url]);
});

const peerServer = rival('peerjs-server', 'peer-server', async (port) => {
  const [one, other] = [await openPeer(port), await openPeer(port)];
  const wire = ({ socket }: typeof one, dst: string) =>
    socketWire(socket, (payload): PeerSignal => {
      const type = 'description' in payload ? 'OFFER' : 'CANDIDATE';
      return { type, dst, payload };
    });
  return [wire(one, other.id), wire(other, one.id)];
});

export const CONTENDERS = { ours, rawWs, peerServer, socketIo } as const;
