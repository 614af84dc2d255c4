import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { inCall } from '../testing/snapshots.ts';
import { dropDraftAfter } from './chat-draft.ts';
import { RendevComposer } from './composer.ts';

let composer: RendevComposer;
let session: SessionDouble;

const field = () => deep(composer, 'textarea', HTMLTextAreaElement);

function write(text: string) {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const SAFARI_ENTER: KeyboardEventInit = Object.fromEntries([['keyCode', 229]]);

/** @returns whether the browser would have gone on, that is: written a new line */
const press = (init: KeyboardEventInit) =>
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init }));

async function open() {
  composer = new RendevComposer();
  Object.assign(composer, { lang: 'ko', session });
  composer.style.setProperty('width', '320px');
  document.body.append(composer);
  await composer.updateComplete;
}

describe('composer', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    register('rendev-composer', RendevComposer);
    session = new SessionDouble(inCall());
    await open();
  });
  afterEach(() => {
    composer.remove();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('sends by Enter and empties the field', () => {
    write('  안녕하세요 ');
    assert.isFalse(press({}));
    assert.deepEqual(session.last('sendMessage'), ['안녕하세요']);
    assert.equal(field().value, '');
  });

  it('does not send the Enter that ends a composition', () => {
    write('안녕');
    assert.isTrue(press({ isComposing: true }));
    // Safari: the composition is over already, only the key code tells.
    assert.isTrue(press(SAFARI_ENTER));
    assert.isUndefined(session.last('sendMessage'));
    assert.equal(field().value, '안녕');
  });

  it('writes a new line by Shift and Enter', () => {
    write('one');
    assert.isTrue(press({ shiftKey: true }));
    assert.isUndefined(session.last('sendMessage'));
  });

  it('sends nothing for blank text', () => {
    write('   \n ');
    press({});
    assert.isUndefined(session.last('sendMessage'));
  });

  it('keeps what is too long and says by how much', async () => {
    write('x'.repeat(2003));
    press({});
    await composer.updateComplete;
    assert.isUndefined(session.last('sendMessage'));
    assert.lengthOf(field().value, 2003);
    assert.equal(field().ariaInvalid, 'true');
    assert.include(deepText(composer), '3자를 줄여 주세요');
  });

  it('counts what is left near the limit', async () => {
    write('x'.repeat(1700));
    await composer.updateComplete;
    assert.notInclude(deepText(composer), '남음');
    write('x'.repeat(1900));
    await composer.updateComplete;
    assert.include(deepText(composer), '100자 남음');
  });

  it('grows with its lines, up to six', () => {
    const height = () => field().getBoundingClientRect().height;
    const one = height();
    write('1\n2\n3');
    const three = height();
    write('1\n2\n3\n4\n5\n6');
    const six = height();
    write(Array.from({ length: 40 }, () => 'x').join('\n'));
    assert.isAbove(three, one);
    assert.isAbove(six, three);
    assert.approximately(height(), six, 4);
  });

  it('tells others of the typing', () => {
    write('a');
    assert.deepEqual(session.last('setTyping'), [true]);
    press({});
    assert.deepEqual(session.last('setTyping'), [false]);
  });

  it('has the draft again after a reload, and not after it was sent', async () => {
    write('draft\n둘째 줄');
    composer.remove();
    await open();
    assert.equal(field().value, 'draft\n둘째 줄');
    press({});
    composer.remove();
    await open();
    assert.equal(field().value, '');
  });

  it('drops the draft of who leaves, and keeps that of who was cut off', async () => {
    const ended = { name: 'ended', durationMs: 0, canRejoin: true, word: null } as const;
    write('draft');
    session.setState({ ...ended, reason: 'network-lost' });
    dropDraftAfter(session);
    composer.remove();
    await open();
    assert.equal(field().value, 'draft');
    session.setState({ ...ended, reason: 'left' });
    dropDraftAfter(session);
    composer.remove();
    await open();
    assert.equal(field().value, '');
  });

  it('loads the emoji when they are asked for, and writes one at the caret', async () => {
    const button = deep(composer, '.emoji');
    assert.equal(button.ariaExpanded, 'false');
    button.click();
    await until(() => deepAll(composer, '[role=gridcell] button').length > 0);
    assert.equal(button.ariaExpanded, 'true');
    await until(() => deepAll(composer, 'rendev-emoji:focus-within').length === 1);
    write('ab');
    field().setSelectionRange(1, 1);
    deep(composer, '[aria-label="활짝 웃는 얼굴"]').click();
    await composer.updateComplete;
    assert.equal(field().value, 'a😀b');
    assert.equal(field().selectionStart, 3);
    assert.isEmpty(deepAll(composer, 'rendev-emoji'));
    assert.isTrue(field().matches(':focus'));
  });

  it('closes the emoji by Escape, and nothing around them', async () => {
    const button = deep(composer, '.emoji');
    button.click();
    await until(() => deepAll(composer, 'rendev-emoji:focus-within').length === 1);
    let passed = 0;
    composer.addEventListener('keydown', () => (passed += 1));
    const escape = { key: 'Escape', bubbles: true, composed: true };
    deep(composer, 'rendev-emoji').dispatchEvent(new KeyboardEvent('keydown', escape));
    await composer.updateComplete;
    assert.isEmpty(deepAll(composer, 'rendev-emoji'));
    assert.equal(passed, 0);
    assert.isTrue(button.matches(':focus'));
  });
});
