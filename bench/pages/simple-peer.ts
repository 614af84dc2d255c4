/** simple-peer over a socket.io relay at its best: websocket only, the socket and the camera at once. */
import SimplePeer from 'simple-peer';
import { io } from 'socket.io-client';
import { type CallOptions, showRemote } from './call-page.ts';

interface Signal {
  readonly from: string;
  readonly to: string;
  readonly data: SimplePeer.SignalData;
}

let options: CallOptions;

globalThis.callPage = {
  prepare: (given) => {
    options = given;
    return Promise.resolve();
  },
  join: async () => {
    const { server, room, microphone, configuration } = options;
    const socket = io(server, { transports: ['websocket'] });
    const camera = navigator.mediaDevices.getUserMedia({ audio: microphone, video: true });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const peers = new Map<string, SimplePeer.Instance>();
    const stream = await camera;
    const open = (other: string, initiator: boolean): SimplePeer.Instance => {
      const peer = new SimplePeer({ initiator, stream, config: configuration });
      peers.set(other, peer);
      peer.on('signal', (data) => socket.emit('signal', { from: socket.id, to: other, data }));
      peer.on('stream', (remote) => {
        showRemote(other, remote);
      });
      peer.on('error', () => undefined); // it is destroyed then, and stays so
      return peer;
    };
    socket.on('signal', ({ from, to, data }: Signal) => {
      if (to !== socket.id) return; // a relay that broadcasts brings it to everybody
      const peer = peers.get(from) ?? open(from, false);
      if (!peer.destroyed) peer.signal(data);
    });
    const inside = (await socket.emitWithAck('join', room)) as string[];
    for (const other of inside) open(other, true);
  },
};
