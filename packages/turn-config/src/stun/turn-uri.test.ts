import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTurnUri } from './turn-uri.ts';

describe('TURN URIs', () => {
  it('have the defaults of RFC 7065', () => {
    const expected = {
      'stun:a.example': { relays: false, transport: 'udp', host: 'a.example', port: 3478 },
      'turn:a.example': { relays: true, transport: 'udp', host: 'a.example', port: 3478 },
      'turn:192.0.2.1:80?transport=tcp': {
        relays: true,
        transport: 'tcp',
        host: '192.0.2.1',
        port: 80,
      },
      'turns:a.example': { relays: true, transport: 'tls', host: 'a.example', port: 5349 },
      'turns:[2001:db8::1]:443?transport=tcp': {
        relays: true,
        transport: 'tls',
        host: '2001:db8::1',
        port: 443,
      },
    };
    for (const [text, parts] of Object.entries(expected)) {
      assert.deepEqual(parseTurnUri(text), { text, ...parts });
    }
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      'a.example',
      'https://a.example',
      'turn://a.example',
      'turn:user@a.example',
      'turn:a.example:0',
      'turn:a.example:65536',
      'turn:a.example?transport=sctp',
      'turns:a.example?transport=udp',
      'turn:2001:db8::1',
    ]) {
      assert.equal(parseTurnUri(text), undefined, text);
    }
  });
});
