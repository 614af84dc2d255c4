import { assert } from 'chai';
import { describeMediaError } from './media-errors.ts';
import { type Platform, platformOf } from './platform.ts';

const CHROME_WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const SAFARI_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S931N) AppleWebKit/537.36 Chrome/140.0.0.0';

describe('the platform', () => {
  const cases: readonly (readonly [string, Partial<Platform>])[] = [
    [CHROME_WINDOWS, { system: 'windows', browser: 'chrome', inApp: null }],
    [`${CHROME_WINDOWS} Edg/140.0.0.0`, { system: 'windows', browser: 'edge' }],
    [SAFARI_MAC, { system: 'macos', browser: 'safari' }],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      { system: 'other', browser: 'firefox' },
    ],
    [`${IPHONE} Version/18.0 Mobile/15E148 Safari/604.1`, { system: 'ios', browser: 'safari' }],
    [`${IPHONE} CriOS/140.0 Mobile/15E148 Safari/604.1`, { system: 'ios', browser: 'chrome' }],
    [`${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1`, { system: 'ios', browser: 'firefox' }],
    [`${IPHONE} Mobile/15E148 KAKAOTALK 11.0`, { system: 'ios', inApp: 'kakaotalk' }],
    [`${IPHONE} NAVER(inapp; search; 2000; 12.1)`, { inApp: 'naver' }],
    [`${IPHONE} Safari Line/14.1.0`, { inApp: 'line' }],
    [`${IPHONE} [FBAN/FBIOS;FBAV/480.0]`, { inApp: 'facebook' }],
    [`${ANDROID} Mobile Safari/537.36`, { system: 'android', browser: 'chrome', inApp: null }],
    [`${ANDROID} SamsungBrowser/28.0 Mobile`, { system: 'android', browser: 'samsung' }],
    [`${ANDROID} Mobile Safari/537.36 Instagram 300.0`, { inApp: 'instagram' }],
    [ANDROID.replace('SM-S931N', 'SM-S931N; wv'), { inApp: 'other' }],
  ];
  for (const [agent, expected] of cases) {
    it(`is read from ${agent.slice(12)}`, () => {
      assert.include(platformOf(agent), expected);
    });
  }

  it('is an iPad where a Mac has a touch screen', () => {
    assert.equal(platformOf(SAFARI_MAC, 5).system, 'ios');
  });
});

describe('the remedy for a refused device', () => {
  const remedy = (agent: string, code: 'permission-denied' | 'blocked-by-system') =>
    describeMediaError('ko', 'microphone', code, platformOf(agent)).remedy;

  it('leads to where that browser keeps the permission', () => {
    assert.include(remedy(CHROME_WINDOWS, 'permission-denied'), '주소창');
    assert.include(remedy(SAFARI_MAC, 'permission-denied'), 'Safari 메뉴');
    assert.include(remedy(`${IPHONE} CriOS/140.0 Safari`, 'permission-denied'), 'Chrome 항목');
    assert.include(remedy(`${ANDROID} NAVER(inapp)`, 'permission-denied'), 'Chrome이나 Safari');
  });

  it('leads to the settings of the system where they keep the browser from it', () => {
    assert.include(remedy(CHROME_WINDOWS, 'blocked-by-system'), 'Windows 설정');
    assert.include(remedy(SAFARI_MAC, 'blocked-by-system'), '개인정보 보호 및 보안 > 마이크');
    assert.include(remedy(`${ANDROID} SamsungBrowser/28`, 'blocked-by-system'), '삼성 인터넷');
  });
});
