import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { createIceServers } from './ice-servers.ts';

const NOW = Date.UTC(2030, 0, 1);
const secret = 'the shared secret of the TURN server';
const turn = {
  urls: ['stun:turn.example', 'turn:turn.example?transport=udp'],
  secret,
  secretId: 'first',
  ttlSeconds: 3_600,
};
const options = { turn: () => turn, pseudonymKey: Buffer.alloc(32, 7), clock: () => NOW };

describe('iceServers', () => {
  it('are credentials by the TURN REST convention, for as long as is set', () => {
    const servers = createIceServers(options)('participant-1');
    const relay = servers.find(({ username }) => username !== undefined);
    assert.deepEqual(relay?.urls, ['turn:turn.example?transport=udp']);
    const [expiry] = relay.username?.split(':') ?? [];
    assert.equal(Number(expiry), NOW / 1_000 + 3_600);
    const expected = createHmac('sha1', secret)
      .update(relay.username ?? '')
      .digest('base64');
    assert.equal(relay.credential, expected);
  });

  it('name the subject by a pseudonym, the same each time', () => {
    const iceServers = createIceServers(options);
    const names = ['invitation:one', 'invitation:one', 'invitation:two'].map(
      (subject) => iceServers(subject).at(-1)?.username ?? '',
    );
    assert.equal(names[0], names[1]);
    assert.notEqual(names[0], names[2]);
    assert.ok(names.every((name) => /^\d+:[A-Za-z0-9_-]{43}$/.test(name)));
  });

  it('keep the order of several TURN servers', () => {
    const urls = ['turns:near.example:443', 'turn:far.example', 'turn:near.example'];
    const servers = createIceServers({ ...options, turn: () => ({ ...turn, urls }) })(
      'participant-1',
    );
    assert.deepEqual(
      servers.map((server) => server.urls),
      [urls],
    );
  });

  it('are none without a TURN server', () => {
    assert.deepEqual(createIceServers({ ...options, turn: () => null })('participant-1'), []);
  });
});
