/** PeerJS at its best: the socket and the camera at once. A call before the socket is open is lost. */
import { type MediaConnection, Peer, type PeerJSOption } from 'peerjs';
import { type CallOptions, showRemote } from './call-page.ts';

let options: CallOptions;

globalThis.callPage = {
  prepare: (given) => {
    options = given;
    return Promise.resolve();
  },
  join: async () => {
    const { server, id, inside, configuration } = options;
    const { hostname, port } = new URL(server);
    const settings: PeerJSOption = {
      host: hostname,
      port: Number(port),
      path: '/',
      secure: false,
      config: configuration,
    };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- its docs pass literals
    const peer = new Peer(id, settings);
    const opened = new Promise((resolve) => peer.once('open', resolve));
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const show = (call: MediaConnection): void => {
      call.on('stream', (remote) => {
        showRemote(call.peer, remote);
      });
    };
    peer.on('call', (call) => {
      show(call);
      call.answer(stream);
    });
    await opened;
    for (const other of inside) show(peer.call(other, stream));
  },
};
