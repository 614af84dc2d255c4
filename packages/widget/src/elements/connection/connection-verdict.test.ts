import { assert } from 'chai';
import { connectionTest } from '../testing/snapshots.ts';
import { connectionVerdict } from './connection-verdict.ts';

describe('connectionVerdict', () => {
  const cases = [
    [connectionTest(), null],
    [connectionTest({ status: 'running', udp: 'running', tcp: 'works' }), 'running'],
    [connectionTest({ status: 'running', udp: 'works', tcp: 'running' }), 'good'],
    [connectionTest({ status: 'done', udp: 'works', tcp: 'fails', tls: 'fails' }), 'good'],
    [connectionTest({ status: 'done', udp: 'fails', tcp: 'works', tls: 'fails' }), 'limited'],
    [connectionTest({ status: 'done', tls: 'works' }), 'limited'],
    [connectionTest({ status: 'done', udp: 'fails', tcp: 'fails', tls: 'fails' }), 'blocked'],
    [connectionTest({ status: 'done', udp: 'fails' }), 'blocked'],
  ] as const;
  for (const [test, verdict] of cases) {
    const { status, udp, tcp, tls } = test;
    it(`is ${verdict ?? 'none'} for ${status}: udp ${udp}, tcp ${tcp}, tls ${tls}`, () => {
      assert.equal(connectionVerdict(test), verdict);
    });
  }
});
