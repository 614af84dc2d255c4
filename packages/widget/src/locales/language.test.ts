import { assert } from 'chai';
import { directionOf, languageOf, languageTag, localeOf } from './language.ts';

describe('the language of a tag', () => {
  const answered: Record<string, string> = {
    ko: 'ko',
    'ko-KR': 'ko',
    'en-GB': 'en',
    ja: 'ja',
    'ja-JP': 'ja',
    vi: 'vi',
    'vi-VN': 'vi',
    zh: 'zh-Hans',
    'zh-CN': 'zh-Hans',
    'zh-SG': 'zh-Hans',
    'zh-Hans': 'zh-Hans',
    'zh-hans-hk': 'zh-Hans',
    'zh-Hant': 'en',
    'zh-TW': 'en',
    'zh-HK': 'en',
    ar: 'ar',
    'ar-EG': 'ar',
    'ar-SA': 'ar',
    fr: 'en',
    und: 'en',
  };
  for (const [tag, language] of Object.entries(answered)) {
    it(`${tag} is answered in ${language}`, () => {
      assert.equal(languageOf(tag), language);
    });
  }

  it('takes an underscore, and nothing that is no tag', () => {
    assert.equal(languageTag('zh_cn'), 'zh-CN');
    assert.isNull(languageTag(''));
    assert.isNull(languageTag('not a tag'));
  });

  it('keeps the region for Intl where the language is its own', () => {
    assert.equal(localeOf('en-GB'), 'en-GB');
    assert.equal(localeOf('zh-CN'), 'zh-CN');
    assert.equal(localeOf('zh-TW'), 'en');
    assert.equal(localeOf('fr-FR'), 'en');
  });

  it('writes Arabic with the digits and the calendar of codes and clocks, in every country', () => {
    const locale = localeOf('ar-SA');
    assert.equal(localeOf(locale), locale);
    assert.equal(languageOf(locale), 'ar');
    assert.equal(new Intl.NumberFormat(locale).format(12), '12');
    const year = new Intl.DateTimeFormat(locale, { year: 'numeric' });
    assert.equal(year.format(Date.parse('2030-05-14')), '2030');
  });

  it('runs from right to left in Arabic alone', () => {
    assert.equal(directionOf('ar'), 'rtl');
    assert.equal(directionOf('ja'), 'ltr');
  });
});
