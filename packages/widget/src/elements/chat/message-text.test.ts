import { assert } from 'chai';
import { messageLinks } from './message-links.ts';
import { excerptEnd, isEmojiOnly } from './message-text.ts';

const addresses = (text: string) => messageLinks(text).map(({ address }) => address);
const leadsTo = (text: string) => messageLinks(text).map((link) => link.leadsTo);

describe('addresses in messages', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    ['see https://a.kr/b.', 'https://a.kr/b'],
    ['(http://x.org) and [https://y.org/z]!', 'http://x.org', 'https://y.org/z'],
    ['https://en.wikipedia.org/wiki/Foo_(bar), really', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['https://a.kr/b를 봐 주세요', 'https://a.kr/b'],
    ['https://a.kr/b입니다.', 'https://a.kr/b'],
    [
      '주소는 https://a.kr에서, https://b.kr/c?d=1으로 오세요',
      'https://a.kr',
      'https://b.kr/c?d=1',
    ],
    ['https://ko.wikipedia.org/wiki/서울', 'https://ko.wikipedia.org/wiki/서울'],
    ['“https://a.kr/b” 『https://a.kr/c』', 'https://a.kr/b', 'https://a.kr/c'],
    ['HTTPS://A.KR/b', 'HTTPS://A.KR/b'],
    ['https://a.kr/b?q=%EC%84%9C&x=y#z', 'https://a.kr/b?q=%EC%84%9C&x=y#z'],
    ['javascript:alert(1) data:text/html,x file:///etc ftp://a.kr mailto:a@b.kr'],
    ['https:// http://'],
  ];
  for (const [text, ...found] of cases) {
    it(`are found in “${text}”`, () => {
      assert.deepEqual(addresses(text), found);
    });
  }

  it('end before characters that are not seen or turn the text around', () => {
    assert.deepEqual(addresses('https://a.kr/\u202egnp.exe'), ['https://a.kr/']);
    assert.deepEqual(addresses('https://a.kr\u200b/b'), ['https://a.kr']);
  });

  it('tell the host where it could be taken for another', () => {
    assert.deepEqual(leadsTo('https://example.com/a https://EXAMPLE.com:443/b'), ['', '']);
    assert.deepEqual(leadsTo('https://аррle.com/login'), ['xn--le-6kc8da.com']);
    assert.deepEqual(leadsTo('https://google.com@evil.example/'), ['evil.example']);
    assert.deepEqual(leadsTo('https://google.com\\@evil.example/'), ['']);
    assert.deepEqual(leadsTo('https://google.com。evil.example/'), ['google.com.evil.example']);
  });
});

describe('long messages', () => {
  it('are shown whole up to about twelve lines', () => {
    assert.isNull(excerptEnd('한 줄'));
    assert.isNull(excerptEnd('가'.repeat(22 * 12)));
    assert.isNull(excerptEnd('a\n'.repeat(12)));
  });

  it('are cut after that, at the end of a word', () => {
    const text = 'word '.repeat(400);
    const end = excerptEnd(text) ?? 0;
    assert.isAbove(end, 12 * 30);
    assert.isBelow(end, 12 * 50);
    assert.match(text.slice(0, end), /word$/);
    assert.equal(excerptEnd('a\n'.repeat(100)), 23);
  });

  it('are not cut within an address or a symbol', () => {
    const address = `https://example.com/${'a'.repeat(600)}`;
    const text = `${'x'.repeat(300)} ${address} ${'y '.repeat(400)}`;
    assert.match(text.slice(0, excerptEnd(text) ?? 0), /a$/);
    const faces = '😀'.repeat(600);
    assert.match(faces.slice(0, excerptEnd(faces) ?? 0), /^(?:😀)+$/u);
  });
});

describe('emoji alone', () => {
  it('are told from text', () => {
    for (const text of ['👍', '❤️', '👩‍💻', '🙏🏽 🎉', '😀😀😀'])
      assert.isTrue(isEmojiOnly(text), text);
    for (const text of ['1', 'ok 👍', '😀😀😀😀', '', '#']) assert.isFalse(isEmojiOnly(text), text);
  });
});
