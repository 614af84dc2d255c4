import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { platformOf } from '../../locales/platform.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { RendevInApp } from './in-app.ts';

const PAGE = 'https://host.example/interview#code=AB12-CD34';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';

let offer: RendevInApp;

async function open(agent: string) {
  register('rendev-in-app', RendevInApp);
  offer = new RendevInApp();
  offer.lang = 'ko';
  offer.where = platformOf(agent);
  offer.page = PAGE;
  document.body.append(offer);
  await offer.updateComplete;
}

/** What the clipboard took; `null` for one that the page may not use. */
function clipboard(taken: string[] | null): void {
  const writeText = (text: string) => {
    if (taken === null) return Promise.reject(new DOMException('', 'NotAllowedError'));
    taken.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
}

describe('the offer to leave an app', () => {
  afterEach(() => {
    offer.remove();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('is not made in a browser', async () => {
    await open(`${IPHONE} Version/18.0 Safari/604.1`);
    assert.equal(getComputedStyle(offer).display, 'none');
    assert.equal(deepText(offer), '');
  });

  it('names the app and leads out of it with the code of the link', async () => {
    await open(`${IPHONE} KAKAOTALK 11.0`);
    assert.include(deepText(offer), '카카오톡 안에서는');
    const way = deep(offer, 'a', HTMLAnchorElement);
    assert.equal(way.textContent, '다른 브라우저에서 열기');
    assert.include(way.href, encodeURIComponent(PAGE));
  });

  it('says how to do it by hand where no address leads out, and copies the link', async () => {
    const taken: string[] = [];
    clipboard(taken);
    await open(`${IPHONE} NAVER(inapp; search; 2000; 12.1)`);
    assert.isEmpty(deepAll(offer, 'a'));
    assert.include(deepText(offer), 'Safari로 열기');
    deep(offer, 'button').click();
    await until(() => deepText(deep(offer, '[role=status]')).startsWith('복사했습니다.'));
    assert.deepEqual(taken, [PAGE]);
  });

  it('shows the link where the page may not copy', async () => {
    clipboard(null);
    await open(`${IPHONE} Instagram 300.0`);
    deep(offer, 'button').click();
    await until(() => deepAll(offer, 'input').length === 1);
    assert.equal(deep(offer, 'input', HTMLInputElement).value, PAGE);
    assert.include(deepText(offer), '길게 눌러 복사해 주세요.');
  });
});
