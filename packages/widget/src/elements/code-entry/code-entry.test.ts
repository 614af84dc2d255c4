import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import { register } from '../../define/register.ts';
import { deep, deepText } from '../testing/mount.ts';
import { type CodeEntryDetail, RendevCodeEntry } from './code-entry.ts';
import { RendevCodeField } from './code-field.ts';

let entry: RendevCodeEntry;
let entered: CodeEntryDetail[];

async function settle() {
  await entry.updateComplete;
  await deep(entry, 'rendev-code-field', RendevCodeField).updateComplete;
}

const input = () => deep(entry, '#code', HTMLInputElement);

/** As the browser does it: the text replaces the selection, the caret ends behind it. */
async function type(text: string, inputType = 'insertText') {
  const field = input();
  field.focus();
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
  await settle();
}

async function backspace() {
  const field = input();
  const at = field.selectionStart ?? 0;
  field.setRangeText('', at - 1, at, 'end');
  const inputType = 'deleteContentBackward';
  field.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
  await settle();
}

async function submit() {
  deep(entry, 'button[type=submit]').click();
  await settle();
}

async function refuse(error: RendevError) {
  entry.error = error;
  await settle();
}

describe('code entry', () => {
  beforeEach(async () => {
    register('rendev-code-entry', RendevCodeEntry);
    entry = new RendevCodeEntry();
    entry.lang = 'ko';
    entered = [];
    entry.addEventListener('enter', (event) => {
      entered.push((event as CustomEvent<CodeEntryDetail>).detail);
    });
    document.body.append(entry);
    await settle();
  });
  afterEach(() => {
    entry.remove();
  });

  it('is one labelled input for a one-time code', () => {
    const label = deep(entry, 'label[for=code]');
    assert.equal(label.textContent, '인터뷰 코드');
    assert.equal(input().autocomplete, 'one-time-code');
    assert.equal(input().getAttribute('inputmode'), 'text');
    assert.equal(input().type, 'text');
  });

  it('sets the hyphen by itself while typing', async () => {
    for (const letter of 'ab12cd34') await type(letter);
    assert.equal(input().value, 'AB12-CD34');
    await submit();
    assert.deepEqual(entered, [{ code: 'AB12CD34', name: '' }]);
  });

  for (const pasted of ['ab12-cd34', ' AB12 CD34 ', 'ａｂ１２ｃｄ３４', 'AB12—CD34']) {
    it(`takes the paste «${pasted}»`, async () => {
      await type(pasted, 'insertFromPaste');
      assert.equal(input().value, 'AB12-CD34');
    });
  }

  it('keeps the caret in its place when a symbol in the middle changes', async () => {
    await type('ab12cd34');
    input().setSelectionRange(1, 2);
    await type('x');
    assert.equal(input().value, 'AX12-CD34');
    assert.equal(input().selectionStart, 2);
  });

  it('deletes the symbol before the hyphen when the hyphen is deleted', async () => {
    await type('ab12c');
    input().setSelectionRange(5, 5);
    await backspace();
    assert.equal(input().value, 'AB1C');
    assert.equal(input().selectionStart, 3);
  });

  it('deletes backwards symbol by symbol to nothing', async () => {
    await type('ab12cd');
    for (let left = 6; left > 0; left -= 1) await backspace();
    assert.equal(input().value, '');
  });

  it('leaves Hangul alone while it is composed, then reads the keys and says so', async () => {
    const field = input();
    field.focus();
    field.value = '뮤';
    field.dispatchEvent(
      new InputEvent('input', { isComposing: true, bubbles: true, composed: true }),
    );
    await settle();
    assert.equal(field.value, '뮤');
    field.dispatchEvent(new CompositionEvent('compositionend', { data: '뮤' }));
    await new Promise((resolve) => setTimeout(resolve));
    await settle();
    assert.equal(field.value, 'AB');
    assert.include(deepText(entry), '한글로 입력하신 글자를 영문 자판에 맞게 바꾸었습니다.');
  });

  it('reads Hangul that is still being composed when the form is sent', async () => {
    const field = input();
    field.focus();
    field.value = '뮤12ㅊㅇ34';
    field.dispatchEvent(
      new InputEvent('input', { isComposing: true, bubbles: true, composed: true }),
    );
    await submit();
    assert.equal(entered[0]?.code, 'AB12CD34');
  });

  it('gives a longer code a plain field', async () => {
    await type('abcdef0123456789');
    assert.equal(input().value, 'ABCDEF0123456789');
    assert.throws(() => deep(entry, '.drawn'));
    await submit();
    assert.equal(entered[0]?.code, 'ABCDEF0123456789');
  });

  it('takes six symbols, and tells of fewer without sending them', async () => {
    await type('ab12c');
    await submit();
    assert.isEmpty(entered);
    assert.equal(input().getAttribute('aria-invalid'), 'true');
    assert.include(deepText(deep(entry, '[role=alert]')), '6자 이상');
    await type('d');
    assert.equal(deepText(deep(entry, '[role=alert]')), '');
    assert.equal(input().value, 'AB12-CD', 'what was typed is gone on with');
    await submit();
    assert.equal(entered[0]?.code, 'AB12CD');
  });

  it('shows a refusal under the field and describes the field with it', async () => {
    await type('ab12cd34');
    await refuse(new RendevError('code-invalid'));
    assert.include(deepText(deep(entry, '[role=alert]')), '인터뷰 코드가 바르지 않습니다.');
    assert.equal(input().getAttribute('aria-invalid'), 'true');
    assert.include(input().getAttribute('aria-describedby') ?? '', 'problem');
    assert.equal(input().selectionEnd, 9, 'the code is selected, ready to be typed over');
  });

  it('waits as long as the server asks', async () => {
    await type('ab12cd34');
    await refuse(new RendevError('rate-limited', { retryable: true, retryAfterMs: 42_000 }));
    assert.include(deepText(entry), '42초 후에 다시 시도해 주세요.');
    assert.equal(deep(entry, 'button[type=submit]').ariaDisabled, 'true');
    await submit();
    assert.isEmpty(entered);
  });

  it('asks for a name when one is needed', async () => {
    await type('ab12cd34');
    await refuse(new RendevError('name-required'));
    const name = deep(entry, '#name', HTMLInputElement);
    await submit();
    assert.isEmpty(entered);
    name.value = '김민수';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await submit();
    assert.deepEqual(entered, [{ code: 'AB12CD34', name: '김민수' }]);
  });

  it('does not send twice while it is being checked', async () => {
    await type('ab12cd34');
    entry.busy = true;
    await settle();
    await submit();
    assert.isEmpty(entered);
    assert.include(deepText(entry), '확인하고 있습니다');
  });

  it('is prefilled with symbols or as the code is written', async () => {
    entry.code = 'ab12-cd34';
    await settle();
    await settle();
    assert.equal(input().value, 'AB12-CD34');
    await submit();
    assert.equal(entered[0]?.code, 'AB12CD34');
  });
});
