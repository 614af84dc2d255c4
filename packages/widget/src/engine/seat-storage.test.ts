import { assert } from 'chai';
import { SeatStorage } from './seat-storage.ts';

const seat = { resumeToken: 'token', microphone: true, camera: false };
const sitter = { interviewId: 'interview', role: 'candidate', name: 'Jiwoo' } as const;

describe('SeatStorage', () => {
  const held: SeatStorage[] = [];

  afterEach(() => {
    for (const storage of held.splice(0)) storage.clear();
    sessionStorage.clear();
  });

  function storageFor(server = 'server'): SeatStorage {
    const storage = new SeatStorage(server);
    held.push(storage);
    return storage;
  }

  /** A seat as the page before a reload has left it. */
  function leftBehind(entry: Parameters<SeatStorage['hold']>[0], more: Partial<typeof seat> = {}) {
    const storage = storageFor();
    storage.hold(entry, { ...seat, ...more }, sitter);
    storage.release();
  }

  it('keeps a seat and its code through a reload, however the code is written', () => {
    leftBehind({ code: 'abcd-1234', name: 'Jiwoo' });
    assert.deepEqual(storageFor().keptEntry, { code: 'abcd-1234', name: 'Jiwoo' });
    assert.deepInclude(storageFor().claim({ code: 'ABCD 1234' }), seat);
  });

  it('gives the seat to nobody else', () => {
    leftBehind({ code: 'abcd-1234' });
    assert.isNull(storageFor().claim({ code: 'other' }));
    assert.isNull(storageFor().claim({ ticket: 'abcd-1234' }));
    assert.isNull(storageFor('another server').claim({ code: 'abcd-1234' }));
    assert.isNull(storageFor('another server').keptEntry);
  });

  it('gives each of two sessions of a page its own seat', () => {
    leftBehind({ code: 'shared' }, { resumeToken: 'one' });
    leftBehind({ code: 'shared' }, { resumeToken: 'two' });
    const [first, second, third] = [storageFor(), storageFor(), storageFor()];
    assert.propertyVal(first.claim({ code: 'shared' }), 'resumeToken', 'one');
    assert.propertyVal(second.claim({ code: 'shared' }), 'resumeToken', 'two');
    assert.isNull(third.claim({ code: 'shared' }));
    assert.isNull(third.keptEntry);
    first.clear();
    second.release();
    assert.propertyVal(third.claim({ code: 'shared' }), 'resumeToken', 'two');
  });

  it('knows the seat of a ticket by interview and person when the ticket is a new one', () => {
    leftBehind({ ticket: 'old' });
    assert.isNull(storageFor().claim({ ticket: 'new' }));
    assert.isNull(storageFor().keptEntry);
    assert.isNull(storageFor().claimOf({ ...sitter, interviewId: 'another' }));
    assert.isNull(storageFor().claimOf({ ...sitter, name: 'Another' }));
    assert.isNull(storageFor().claimOf({ ...sitter, role: 'interviewer' }));
    assert.deepInclude(storageFor().claimOf({ interviewId: 'interview' }), seat);
  });

  it('never gives the seat of a code to a ticket', () => {
    leftBehind({ code: 'code' });
    assert.isNull(storageFor().claimOf(sitter));
  });

  it('remembers changes of a seat that is held, and forgets one that is given up', () => {
    const storage = storageFor();
    const devices = { microphone: true, camera: true };
    storage.update(devices);
    assert.isNull(storage.claim({ code: 'code' }));
    storage.hold({ code: 'code' }, seat, sitter);
    storage.update(devices);
    storage.release();
    assert.deepInclude(storage.claim({ code: 'code' }), { resumeToken: 'token', ...devices });
    storage.clear();
    assert.isNull(storage.claim({ code: 'code' }));
    assert.isNull(sessionStorage.getItem('rendev-interview:seats'));
  });

  it('lets the page ask for a seat back that another tab has taken, but not the page after it', () => {
    const storage = storageFor();
    storage.hold({ code: 'code' }, seat, sitter);
    storage.yield();
    assert.isNull(storageFor().keptEntry);
    assert.isNull(storageFor().claim({ code: 'code' }));
    assert.deepInclude(storage.claim({ code: 'code' }), seat);
  });

  it('forgets the oldest of many that nobody came back for', () => {
    for (let count = 0; count < 9; count += 1) {
      leftBehind({ code: `code-${count}` }, { resumeToken: `token-${count}` });
    }
    assert.isNull(storageFor().claim({ code: 'code-0' }));
    assert.isNotNull(storageFor().claim({ code: 'code-1' }));
  });

  it('does without where the browser denies storage', () => {
    const deny = () => {
      throw new DOMException('', 'SecurityError');
    };
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', { get: deny, configurable: true });
    try {
      const storage = storageFor();
      storage.hold({ code: 'code' }, seat, sitter);
      storage.release();
      assert.isNull(storage.claim({ code: 'code' }));
    } finally {
      if (original) Object.defineProperty(window, 'sessionStorage', original);
    }
  });
});
