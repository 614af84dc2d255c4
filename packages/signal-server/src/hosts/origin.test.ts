import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseOrigin } from './origin.ts';

describe('parseOrigin', () => {
  it('takes what a browser sends, and mends case and default ports', () => {
    const cases = [
      ['*', '*'],
      ['https://host.test', 'https://host.test'],
      ['HTTPS://Host.Test:443/', 'https://host.test'],
      ['http://localhost:3000', 'http://localhost:3000'],
      ['http://[::1]:80', 'http://[::1]'],
      ['https://인터뷰.test', 'https://xn--vu3b97oj5h.test'],
    ] as const;
    for (const [text, origin] of cases) assert.equal(parseOrigin(text), origin, text);
  });

  it('refuses the rest', () => {
    for (const text of [
      '',
      'host.test',
      'null',
      'ftp://host.test',
      'https://',
      'https://host.test/page',
      'https://user@host.test',
      'https://*.host.test',
      'https://host.test?x',
      'https://host.test:99999',
      'javascript:alert(1)',
    ]) {
      assert.equal(parseOrigin(text), undefined, text);
    }
  });
});
