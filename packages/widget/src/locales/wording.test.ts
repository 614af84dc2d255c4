import { assert } from 'chai';
import { asHeading } from './heading.ts';
import { listOf } from './lists.ts';
import { pluralsOf } from './plurals.ts';

describe('plurals', () => {
  it('follow the rules of the language', () => {
    const english = pluralsOf('en');
    const forms = { one: '# minute', other: '# minutes' };
    assert.equal(english(1, forms), '1 minute');
    assert.equal(english(0, forms), '0 minutes');
    assert.equal(pluralsOf('ko')(1, { other: '#분' }), '1분');
  });

  it('have six forms in Arabic', () => {
    const arabic = pluralsOf('ar');
    const named = { zero: 'z', one: 'o', two: 't', few: '#f', many: '#m', other: '#x' };
    assert.deepEqual(
      [0, 1, 2, 3, 10, 11, 99, 100, 103].map((count) => arabic(count, named)),
      ['z', 'o', 't', '3f', '10f', '11m', '99m', '100x', '103f'],
    );
  });

  it('write large numbers as the language does', () => {
    assert.equal(pluralsOf('en')(2000, { other: '#' }), '2,000');
    assert.equal(pluralsOf('vi')(2000, { other: '#' }), '2.000');
  });
});

describe('names in a row', () => {
  it('are joined as the language does', () => {
    const names = ['A', 'B', 'C'];
    assert.equal(listOf(names, 'ko-KR'), 'A, B, C');
    assert.equal(listOf(names, 'en-GB'), 'A, B, C');
    assert.equal(listOf(names, 'ja'), 'A、B、C');
    assert.equal(listOf(names, 'zh-Hans'), 'A、B、C');
    assert.equal(listOf(['A'], 'ar'), 'A');
  });
});

describe('a sentence as a heading', () => {
  it('loses its full stop in every script', () => {
    assert.equal(asHeading('문제가 생겼습니다.'), '문제가 생겼습니다');
    assert.equal(asHeading('問題が発生しました。'), '問題が発生しました');
    assert.equal(asHeading('Ready?'), 'Ready?');
  });
});
