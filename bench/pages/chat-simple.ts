import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { chatBench, type ChatPage, messages } from './chat-page.ts';

const clock = new Intl.DateTimeFormat('ko', { timeStyle: 'short' });

/** The same messages in one keyed list, each line a name, a text and a time: as chats are first written. */
function open(count: number): Promise<ChatPage> {
  const stored = messages(count + 1_000);
  let shown = count;
  const style = document.createElement('style');
  style.textContent = `body { margin: 0; font: 15px/1.5 sans-serif }
    #log { height: calc(100vh - 80px); width: 370px; overflow-y: auto }
    p { margin: 0; padding: 8px 12px; white-space: pre-wrap; overflow-wrap: anywhere }`;
  const root = document.createElement('main');
  document.head.append(style);
  document.body.append(root);
  const find = <Type extends HTMLElement>(selector: string, type: new () => Type): Type => {
    const found = root.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`no ${selector}`);
    return found;
  };
  const draw = () => {
    render(
      html`<div id="log">
          <ol>
            ${repeat(
              stored.slice(0, shown),
              ({ id }) => id,
              ({ name, text, sentAt }) =>
                html`<li>
                  <small>${name}</small>
                  <p>${text}</p>
                  <time>${clock.format(Date.parse(sentAt))}</time>
                </li>`,
            )}
          </ol>
        </div>
        <textarea></textarea>`,
      root,
    );
    const log = find('#log', HTMLElement);
    log.scrollTop = log.scrollHeight;
  };
  draw();
  return Promise.resolve({
    get log() {
      return find('#log', HTMLElement);
    },
    get field() {
      return find('textarea', HTMLTextAreaElement);
    },
    receive: () => {
      shown += 1;
      draw();
    },
  });
}

chatBench(open);
