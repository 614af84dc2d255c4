import { assert } from 'chai';
import { platformOf } from '../../locales/platform.ts';
import { wayOut } from './way-out.ts';

const PAGE = 'https://host.example/interview?lang=ko#code=AB12-CD34';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S931N; wv) AppleWebKit/537.36 Chrome/140.0.0.0';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';

describe('the way out of an app', () => {
  it('is the own one of KakaoTalk, on each system', () => {
    const expected = `kakaotalk://web/openExternal?url=${encodeURIComponent(PAGE)}`;
    for (const agent of [ANDROID, IPHONE]) {
      assert.equal(wayOut(platformOf(`${agent} KAKAOTALK 11.0.0`), PAGE), expected);
    }
  });

  it('is a parameter for LINE, and keeps query and fragment', () => {
    assert.equal(
      wayOut(platformOf(`${IPHONE} Line/14.0.0`), PAGE),
      'https://host.example/interview?lang=ko&openExternalBrowser=1#code=AB12-CD34',
    );
  });

  it('is an intent on Android, with the fragment before its own', () => {
    for (const app of ['NAVER(inapp; search; 2000; 12.0.0)', 'Instagram 300.0', '']) {
      assert.equal(
        wayOut(platformOf(`${ANDROID} ${app}`), PAGE),
        'intent://host.example/interview?lang=ko#code=AB12-CD34#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
      );
    }
  });

  it('is not known on an iPhone in other apps, nor needed in a browser', () => {
    for (const app of ['NAVER(inapp; search; 2000; 12.0.0)', 'Instagram 300.0', '[FBAN/FBIOS]']) {
      assert.isNull(wayOut(platformOf(`${IPHONE} ${app}`), PAGE));
    }
    assert.isNull(wayOut(platformOf(`${IPHONE} Version/18.0 Safari/604.1`), PAGE));
  });

  it('is none for a page that no browser can open by its address', () => {
    assert.isNull(wayOut(platformOf(`${ANDROID} KAKAOTALK 11`), 'about:srcdoc'));
  });
});
