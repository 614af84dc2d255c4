import { assert } from 'chai';
import { LitElement, html } from 'lit';
import { KeyboardInset } from './keyboard-inset.ts';

/** A visual viewport that a test makes smaller, as a phone's keyboard does. */
class ViewportDouble extends EventTarget {
  height = innerHeight;
  offsetTop = 0;
  scale = 1;
  change(change: Partial<Pick<ViewportDouble, 'height' | 'offsetTop' | 'scale'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('resize'));
  }
}

const viewport = new ViewportDouble();

class TestPanel extends LitElement {
  constructor() {
    super();
    new KeyboardInset(this, viewport);
  }
  override render() {
    return html`<textarea></textarea>`;
  }
}
customElements.define('test-keyboard-panel', TestPanel);

describe('keyboard inset', () => {
  const panel = new TestPanel();
  const inset = () => panel.style.paddingBlockEnd;
  beforeEach(async () => {
    viewport.change({ height: innerHeight, offsetTop: 0, scale: 1 });
    panel.style.setProperty('position', 'fixed');
    panel.style.setProperty('inset-block', '0');
    document.body.append(panel);
    await panel.updateComplete;
    panel.shadowRoot?.querySelector('textarea')?.focus();
  });
  afterEach(() => {
    panel.remove();
  });

  it('lifts what the keyboard would cover, and lets it down again', () => {
    assert.equal(inset(), '');
    viewport.change({ height: innerHeight - 250 });
    assert.equal(inset(), '250px');
    // The browser moves the page up itself, in part.
    viewport.change({ offsetTop: 100 });
    assert.equal(inset(), '150px');
    viewport.change({ height: innerHeight, offsetTop: 0 });
    assert.equal(inset(), '');
  });

  it('does nothing where the person does not write, or zooms in', () => {
    viewport.change({ height: 200, scale: 3 });
    assert.equal(inset(), '');
    panel.shadowRoot?.querySelector('textarea')?.blur();
    viewport.change({ scale: 1, height: innerHeight - 250 });
    assert.equal(inset(), '');
  });
});
