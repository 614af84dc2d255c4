import { assert } from 'chai';
import { SeatStorage } from './seat-storage.ts';

const seat = { resumeToken: 'token', microphone: true, camera: false };

describe('SeatStorage', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('keeps a seat through a reload, however the code is written', () => {
    new SeatStorage('server').hold({ code: 'abcd-1234' }, seat);
    assert.deepEqual(new SeatStorage('server').load({ code: 'ABCD 1234' }), seat);
  });

  it('gives the seat to nobody else', () => {
    new SeatStorage('server').hold({ code: 'abcd-1234' }, seat);
    assert.isNull(new SeatStorage('server').load({ code: 'other' }));
    assert.isNull(new SeatStorage('server').load({ ticket: 'abcd-1234' }));
    assert.isNull(new SeatStorage('another server').load({ code: 'abcd-1234' }));
  });

  it('remembers changes of a seat that is held, and forgets one that is given up', () => {
    const storage = new SeatStorage('server');
    storage.update({ camera: true });
    assert.isNull(storage.load({ code: 'code' }));
    storage.hold({ code: 'code' }, seat);
    storage.update({ camera: true });
    assert.deepEqual(storage.load({ code: 'code' }), { ...seat, camera: true });
    storage.clear();
    assert.isNull(storage.load({ code: 'code' }));
  });

  it('does without where the browser denies storage', () => {
    const deny = () => {
      throw new DOMException('', 'SecurityError');
    };
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', { get: deny, configurable: true });
    try {
      const storage = new SeatStorage('server');
      storage.hold({ code: 'code' }, seat);
      assert.isNull(storage.load({ code: 'code' }));
    } finally {
      if (original) Object.defineProperty(window, 'sessionStorage', original);
    }
  });
});
