import { PeerServer } from 'peer';
import { tellPort } from './tell-port.ts';

// PeerJS's own server.

PeerServer({ port: 0, host: '127.0.0.1', path: '/' }, (server) => {
  tellPort(server.address());
});
