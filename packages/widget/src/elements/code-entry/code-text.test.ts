import { assert } from 'chai';
import { caretAfter, readCode, showCode } from './code-text.ts';

const symbols = (text: string) => readCode(text).symbols;

describe('code text', () => {
  it('takes what people paste', () => {
    assert.equal(symbols('ab12-cd34'), 'AB12CD34');
    assert.equal(symbols('  AB12 CD34\n'), 'AB12CD34');
    assert.equal(symbols('AB12–CD34'), 'AB12CD34');
    assert.equal(symbols('코드: '.replace(/[가-힣]/g, '') + 'ab12cd'), 'AB12CD');
    assert.equal(symbols('ａｂ１２－ｃｄ３４'), 'AB12CD34');
    assert.equal(symbols('<b>AB</b>'), 'BABB');
  });

  it('finds the code in a link and in a line of a mail', () => {
    assert.equal(symbols('https://host.example/interview?lang=ko#code=AB12-CD34'), 'AB12CD34');
    assert.equal(symbols('https://host.example/interview?code=AB12CD34EF&lang=ko'), 'AB12CD34EF');
    assert.equal(symbols('인터뷰 코드: ab12-cd34 (5월 14일)'), 'AB12CD34');
    assert.equal(symbols('Your code is AB12-CD34.'), 'AB12CD34');
    assert.equal(symbols('AB12-CD34-EF56'), 'AB12CD34EF56', 'a longer code is not cut');
    assert.equal(symbols('AB12-CD34E'), 'AB12CD34E');
  });

  it('reads Hangul as the keys under it', () => {
    assert.deepEqual(readCode('ㅁㅠ12'), { symbols: 'AB12', fromHangul: true });
    assert.equal(symbols('뮤12ㅊㅇ34'), 'AB12CD34');
    assert.equal(symbols('ㅂㅈㄷㄱㅅ'), 'QWERT');
    assert.equal(symbols('쀍'), symbols('Qnpfr'));
    assert.isFalse(readCode('AB12').fromHangul);
  });

  it('takes 6 to 32 symbols and no more', () => {
    assert.lengthOf(symbols('a'.repeat(50)), 32);
  });

  it('shows two groups while they fit the cells', () => {
    assert.equal(showCode('AB12'), 'AB12');
    assert.equal(showCode('AB12C'), 'AB12-C');
    assert.equal(showCode('AB12CD34'), 'AB12-CD34');
    assert.equal(showCode('AB12CD34E'), 'AB12CD34E');
  });

  it('keeps the caret after the same symbol', () => {
    assert.equal(caretAfter(4, 'AB12'), 4);
    assert.equal(caretAfter(5, 'AB12CD'), 6);
    assert.equal(caretAfter(9, 'AB12CD34E'), 9);
  });
});
