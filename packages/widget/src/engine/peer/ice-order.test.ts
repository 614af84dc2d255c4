import { assert } from 'chai';
import { withLast } from './ice-order.ts';

describe('withLast', () => {
  const account = { username: 'u', credential: 'c' };

  it('puts the one URL behind all others, with its credentials', () => {
    const servers = [
      { urls: ['stun:a.example'] },
      {
        urls: ['turn:a.example:3478?transport=udp', 'turn:a.example:3478?transport=tcp'],
        ...account,
      },
      { urls: 'turn:b.example', username: 'v', credential: 'd' },
    ];
    assert.deepEqual(withLast(servers, 'turn:a.example:3478?transport=udp'), [
      { urls: ['stun:a.example'] },
      { urls: ['turn:a.example:3478?transport=tcp'], ...account },
      { urls: ['turn:b.example'], username: 'v', credential: 'd' },
      { urls: ['turn:a.example:3478?transport=udp'], ...account },
    ]);
  });

  it('knows a URL that leaves out its port and transport', () => {
    const servers = [{ urls: ['turn:a.example', 'turns:a.example', 'turn:b.example'], ...account }];
    const last = (url: string) => [withLast(servers, url).at(-1)?.urls].flat();
    assert.deepEqual(last('turn:a.example:3478?transport=udp'), ['turn:a.example']);
    assert.deepEqual(last('turns:a.example:5349?transport=tcp'), ['turns:a.example']);
  });

  it('changes no order for a URL that it does not know', () => {
    const servers = [{ urls: ['turn:a.example', 'turn:b.example'], ...account }];
    assert.deepEqual(withLast(servers, 'turn:c.example:3478?transport=udp'), servers);
  });
});
