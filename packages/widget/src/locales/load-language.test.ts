import { assert } from 'chai';
import type { Texts } from './all-texts.ts';
import { languageLoader, loadLanguage } from './load-language.ts';
import { isLoaded } from './texts.ts';

const missing = () => Promise.reject(new TypeError('the chunk is not there'));

describe('loading a language', () => {
  it('brings all its texts at once', async () => {
    assert.isTrue(await loadLanguage('vi'));
    assert.isTrue(isLoaded('vi'));
  });

  it('asks once for all who need it', async () => {
    let asked = 0;
    const source = async (): Promise<Texts> => {
      asked += 1;
      return (await import('./ja/ja.ts')).ja;
    };
    const load = languageLoader({ ja: source, 'zh-Hans': missing, vi: missing, ar: missing });
    assert.deepEqual(await Promise.all([load('ja'), load('ja')]), [true, true]);
    assert.isTrue(await load('ja'));
    assert.equal(asked, 1);
  });

  it('says that it failed, and tries again when asked again', async () => {
    const answers = [missing, async () => (await import('./ar/ar.ts')).ar];
    const source = () => (answers.shift() ?? missing)();
    const load = languageLoader({ ja: missing, 'zh-Hans': missing, vi: missing, ar: source });
    assert.isFalse(await load('ar'));
    assert.isTrue(await load('ar'));
    assert.isTrue(isLoaded('ar'));
  });
});
