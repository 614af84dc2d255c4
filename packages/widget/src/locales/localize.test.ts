import { assert } from 'chai';
import {
  type TestInterview,
  deep,
  deepText,
  mount,
  unmountAll,
  until,
} from '../elements/testing/mount.ts';

const reads = (element: TestInterview, text: string) =>
  until(() => deepText(element).includes(text));
const frame = (element: TestInterview) => deep(element, '.frame');

describe('the language of an element', () => {
  afterEach(unmountAll);

  it('is waited for, so that no other one is seen before', async () => {
    const element = await mount({ lang: 'ja' });
    assert.equal(deepText(element), '');
    await reads(element, '面接に入る');
    assert.equal(frame(element).lang, 'ja');
    assert.equal(frame(element).dir, 'ltr');
  });

  it('keeps the one in use until the next has arrived', async () => {
    const element = await mount({ lang: 'ko' });
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(frame(element).lang));
    watch.observe(frame(element), { attributes: true, attributeFilter: ['lang'] });
    element.lang = 'zh-CN';
    await element.updateComplete;
    assert.include(deepText(element), '인터뷰 입장');
    await until(() => frame(element).lang === 'zh-Hans');
    await until(() => seen.size > 0);
    assert.deepEqual([...seen], ['zh-Hans']);
    watch.disconnect();
  });

  it('is the last one asked for, whichever arrives first', async () => {
    const element = await mount({ lang: 'ko' });
    element.lang = 'ar';
    await element.updateComplete;
    element.lang = 'en';
    await element.updateComplete;
    await reads(element, 'Enter the interview');
    assert.equal(frame(element).lang, 'en');
  });

  it('turns everything around in Arabic', async () => {
    const element = await mount({ lang: 'ar-EG' });
    await until(() => frame(element).lang === 'ar');
    assert.equal(frame(element).dir, 'rtl');
    await until(() => deepText(element) !== '');
    assert.equal(getComputedStyle(deep(element, '.card')).direction, 'rtl');
    assert.equal(getComputedStyle(deep(element, '#code')).direction, 'ltr');
  });

  it('is not turned around by a page that is', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mount({ lang: 'ko' });
    assert.equal(getComputedStyle(deep(element, '.card')).direction, 'ltr');
    document.documentElement.removeAttribute('dir');
  });

  it('is that of the nearest element around it', async () => {
    const box = document.createElement('section');
    box.lang = 'ja';
    document.body.append(box);
    const element = await mount({ lang: 'ko' });
    element.lang = '';
    element.removeAttribute('lang');
    box.append(element);
    await reads(element, '面接に入る');
    box.lang = 'en';
    await reads(element, 'Enter the interview');
    box.remove();
  });

  it('follows the page when it changes', async () => {
    const { lang } = document.documentElement;
    const element = await mount({ lang: '' });
    document.documentElement.lang = 'en';
    await reads(element, 'Enter the interview');
    document.documentElement.lang = 'vi';
    await reads(element, 'Vào phỏng vấn');
    document.documentElement.lang = lang;
  });

  it('falls back to English where there is none', async () => {
    const element = await mount({ lang: 'zh-TW' });
    assert.include(deepText(element), 'Enter the interview');
    assert.equal(frame(element).lang, 'en');
  });
});
