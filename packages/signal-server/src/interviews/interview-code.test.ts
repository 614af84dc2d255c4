import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { deriveCode, formatCode, normalizeCode } from './interview-code.ts';

const key = randomBytes(32);
const symbols = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const hostCode = fc.string({
  unit: fc.constantFrom(...symbols),
  minLength: 6,
  maxLength: 32,
});

describe('normalizeCode', () => {
  it('is the same for every way to type a code', () => {
    const separator = fc.constantFrom('', '-', ' ', ' – ', '\u2011', '\u200b', '\t', '\u3000');
    fc.assert(
      fc.property(hostCode, fc.array(separator, { minLength: 33, maxLength: 33 }), (code, gaps) => {
        const typed = Array.from(code, (symbol, index) => `${gaps[index] ?? ''}${symbol}`).join('');
        const expected = normalizeCode(code);
        assert.ok(expected !== undefined);
        for (const variant of [typed, typed.toLowerCase(), typed.toUpperCase()]) {
          assert.equal(normalizeCode(variant), expected);
        }
        assert.equal(normalizeCode(expected), expected, 'once is enough');
      }),
    );
  });

  it('takes letters that are read as digits for these', () => {
    assert.equal(normalizeCode('oO0iI1lL'), '00011111');
    assert.equal(normalizeCode('ab12cd'), 'AB12CD');
  });

  it('folds full-width forms', () => {
    assert.equal(normalizeCode('ＡＢ１２－ｃｄ３４'), 'AB12CD34');
  });

  it('refuses what is no code', () => {
    for (const text of [
      '',
      '12345',
      'x'.repeat(33),
      'abc_def',
      'ab12c!',
      '코드코드코드',
      '------',
    ]) {
      assert.equal(normalizeCode(text), undefined, text);
    }
  });
});

describe('deriveCode', () => {
  it('gives the same code again, another for each invitation, attempt and key', () => {
    assert.equal(deriveCode(key, 'a', 0), deriveCode(key, 'a', 0));
    const codes = new Set([
      deriveCode(key, 'a', 0),
      deriveCode(key, 'a', 1),
      deriveCode(key, 'b', 0),
      deriveCode(randomBytes(32), 'a', 0),
    ]);
    assert.equal(codes.size, 4);
  });

  it('makes eight symbols that need no normalising, all of them in use', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 400; index++) {
      const code = deriveCode(key, String(index), 0);
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
      assert.equal(normalizeCode(formatCode(code)), code);
      for (const symbol of code) seen.add(symbol);
    }
    assert.equal(seen.size, 32);
  });
});

describe('formatCode', () => {
  it('makes groups of four', () => {
    assert.equal(formatCode('ABCD1234'), 'ABCD-1234');
    assert.equal(formatCode('ABCD12345'), 'ABCD-1234-5');
  });
});
