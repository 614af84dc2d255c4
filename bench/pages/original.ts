/**
 * The steps of the program that this one replaces, one after the other: a polling socket that upgrades
 * later, the code over REST, the camera, the room; then whoever is inside offers by broadcast.
 */
import { io, type Socket } from 'socket.io-client';
import { type CallOptions, showRemote } from './call-page.ts';

let options: CallOptions;

globalThis.callPage = {
  prepare: (given) => {
    options = given;
    return Promise.resolve();
  },
  join: async () => {
    const { server, room } = options;
    const socket = io(server);
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const checked = await fetch(`${server}/check?code=${room}`);
    if (!checked.ok) throw new Error('The code was refused');
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    call(socket, stream);
    await socket.emitWithAck('join', room);
  },
};

function call(socket: Socket, stream: MediaStream): void {
  const connection = new RTCPeerConnection(options.configuration);
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  connection.ontrack = ({ streams: [remote] }) => {
    if (remote) showRemote('other', remote);
  };
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) socket.emit('signal', { candidate });
  };
  const describe = async (): Promise<void> => {
    await connection.setLocalDescription();
    socket.emit('signal', { description: connection.localDescription });
  };
  socket.on('welcome', describe);
  interface Signal {
    readonly description?: RTCSessionDescriptionInit;
    readonly candidate?: RTCIceCandidateInit;
  }
  socket.on('signal', async ({ description, candidate }: Signal) => {
    if (candidate) await connection.addIceCandidate(candidate);
    if (!description) return;
    await connection.setRemoteDescription(description);
    if (description.type === 'offer') await describe();
  });
}
