import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { credentials, iceServers } from './credentials.ts';

const secret = 'kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA';
const now = Date.parse('2026-01-01T00:00:00.500Z');

describe('credentials', () => {
  it('are the expiry and the id, signed', () => {
    // Computed with: printf '1767232800:seat-1' | openssl dgst -sha1 -hmac "$secret" -binary | base64
    assert.deepEqual(credentials({ secret, id: 'seat-1', now }), {
      username: '1767232800:seat-1',
      credential: 'aQkyCsKla1ItkudJa7ebEysAqrI=',
      expiresAt: Date.parse('2026-01-01T02:00:00Z'),
    });
  });

  it('refuse what coturn misreads or anybody guesses', () => {
    for (const wrong of [
      { secret: '', id: 'seat' },
      { secret: 'x'.repeat(31), id: 'seat' },
      { secret, id: '' },
      { secret, id: 'a b' },
      { secret, id: 'a"b' },
      { secret, id: 'a\nb' },
      { secret, id: 'kim@example.com' },
      { secret, id: 'x'.repeat(65) },
      { secret, id: 'seat', ttlSeconds: 0 },
      { secret, id: 'seat', ttlSeconds: 1.5 },
      { secret, id: 'seat', ttlSeconds: Number.NaN },
    ]) {
      assert.throws(() => credentials({ now, ...wrong }), RangeError);
    }
  });
});

describe('iceServers', () => {
  const stun = 'stun:turn.example.com:3478';
  const turn = ['turn:turn.example.com:3478?transport=udp', 'turns:turn.example.com:443'];

  it('puts credentials beside turn: URLs only', () => {
    const { username, credential } = credentials({ secret, id: 'seat', now });
    assert.deepEqual(iceServers({ urls: [stun, ...turn], secret, id: 'seat', now }), [
      { urls: [stun] },
      { urls: turn, username, credential },
    ]);
    assert.deepEqual(iceServers({ urls: [stun], secret, id: 'seat', now }), [{ urls: [stun] }]);
    assert.deepEqual(iceServers({ urls: [], secret, id: 'seat', now }), []);
  });

  it('refuses other URLs', () => {
    assert.throws(
      () => iceServers({ urls: ['https://a.example'], secret, id: 'seat' }),
      RangeError,
    );
  });
});
