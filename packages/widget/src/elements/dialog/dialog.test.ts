import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { RendevDialog } from './dialog.ts';
import type { Question } from './question.ts';

const question: Question = {
  heading: 'Remove Jiwoo?',
  text: 'They cannot come back.',
  confirm: 'Remove',
  cancel: 'Cancel',
};
const word = { label: 'A word', help: 'Jiwoo reads it.', ready: ['Thank you.'], maxLength: 200 };

let dialog: RendevDialog;
let answers: (string | null)[];

async function ask(asked: Question): Promise<void> {
  register('rendev-dialog', RendevDialog);
  dialog = new RendevDialog();
  dialog.lang = 'en';
  dialog.question = asked;
  answers = [];
  dialog.addEventListener('answer', (event) => {
    answers.push((event as CustomEvent<string | null>).detail);
  });
  document.body.append(dialog);
  await dialog.updateComplete;
}

const shadow = (selector: string) => {
  const found = dialog.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
};
const focusedText = () => dialog.shadowRoot?.activeElement?.textContent.trim() ?? '';

describe('dialog', () => {
  afterEach(() => {
    dialog.remove();
  });

  it('says what will happen, with the focus on the answer that does nothing', async () => {
    await ask(question);
    const native = shadow('dialog');
    assert.isTrue(native.matches(':modal'));
    assert.equal(focusedText(), 'Cancel');
    const [heading, text] = ['aria-labelledby', 'aria-describedby'].map(
      (name) => shadow(`#${native.getAttribute(name) ?? ''}`).textContent,
    );
    assert.deepEqual([heading, text], ['Remove Jiwoo?', 'They cannot come back.']);
  });

  it('does nothing by Cancel, Escape and a press beside it', async () => {
    for (const give of [
      () => {
        shadow('.cancel').click();
      },
      () => shadow('dialog').dispatchEvent(new Event('cancel', { cancelable: true })),
      () => {
        shadow('dialog').click();
      },
    ]) {
      await ask(question);
      give();
      assert.deepEqual(answers, [null]);
      assert.isFalse(shadow('dialog').matches(':modal'));
      dialog.remove();
    }
  });

  it('is not answered by a press within it, nor by its keys elsewhere', async () => {
    await ask(question);
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.body.addEventListener('keydown', listen);
    shadow('p').click();
    shadow('.cancel').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    document.body.removeEventListener('keydown', listen);
    assert.isEmpty(answers);
    assert.isEmpty(heard);
  });

  it('confirms, with the word that goes along', async () => {
    await ask({ ...question, word });
    const field = shadow('input') as HTMLInputElement;
    assert.equal(field.maxLength, 200);
    field.value = '  See you.  ';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await dialog.updateComplete;
    shadow('.danger').click();
    assert.deepEqual(answers, ['See you.']);
  });

  it('takes a ready word, and gives it up again', async () => {
    await ask({ ...question, word });
    const ready = shadow('.ready button');
    ready.click();
    await dialog.updateComplete;
    assert.equal(ready.ariaPressed, 'true');
    assert.equal((shadow('input') as HTMLInputElement).value, 'Thank you.');
    ready.click();
    await dialog.updateComplete;
    shadow('.danger').click();
    assert.deepEqual(answers, ['']);
  });

  it('gives the focus back', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    await ask(question);
    shadow('.cancel').click();
    assert.isTrue(document.activeElement === opener);
    opener.remove();
  });
});
