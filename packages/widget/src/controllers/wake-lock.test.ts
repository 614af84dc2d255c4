import { assert } from 'chai';
import { LitElement } from 'lit';
import { until } from '../elements/testing/mount.ts';
import { WakeLock } from './wake-lock.ts';

class Lit extends LitElement {
  constructor() {
    super();
    new WakeLock(this);
  }
}
customElements.define('test-wake-lock', Lit);

const request = navigator.wakeLock.request.bind(navigator.wakeLock);
let locks: WakeLockSentinel[];
let asked: number;

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('wake lock', () => {
  beforeEach(() => {
    locks = [];
    asked = 0;
    navigator.wakeLock.request = async (type) => {
      asked += 1;
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
  });
  afterEach(() => {
    navigator.wakeLock.request = request;
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('is held while the element is there, and let go when it goes', async () => {
    const element = new Lit();
    document.body.append(element);
    await until(() => locks.length === 1);
    assert.isFalse(locks[0]?.released);
    element.remove();
    await until(() => locks[0]?.released === true);
  });

  it('is taken again when the page is seen again', async () => {
    const element = new Lit();
    document.body.append(element);
    await until(() => locks.length === 1);
    await locks[0]?.release();
    setVisibility('hidden');
    assert.equal(asked, 1);
    setVisibility('visible');
    await until(() => locks.length === 2);
    element.remove();
    await until(() => locks.every((lock) => lock.released));
    setVisibility('visible');
    assert.equal(asked, 2, 'nobody is left to keep the screen on for');
  });

  it('is let go when it comes after the element has gone', async () => {
    const element = new Lit();
    document.body.append(element);
    element.remove();
    await until(() => locks.length === 1);
    await until(() => locks[0]?.released === true);
  });

  it('is done without where the browser does not give it', async () => {
    navigator.wakeLock.request = () => {
      asked += 1;
      return Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    const element = new Lit();
    document.body.append(element);
    await until(() => asked === 1);
    element.remove();
    assert.isEmpty(locks);
  });
});
