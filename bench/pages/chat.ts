import { openScene } from '../../packages/widget/src/elements/testing/open-scene.ts';
import { chat, inCall, SELF_ID } from '../../packages/widget/src/elements/testing/snapshots.ts';
import { ChatRoom } from '../../packages/widget/src/engine/chat/chat-room.ts';
import { chatBench, type ChatPage, messages } from './chat-page.ts';

/** The whole element in a call, its chat kept by the engine; only the server is missing. */
async function open(count: number): Promise<ChatPage> {
  const element = await openScene(
    { snapshot: inCall(), panel: 'chat', ko: '', en: '' },
    { width: innerWidth },
  );
  element.style.setProperty('height', `${innerHeight}px`);
  const room: ChatRoom = new ChatRoom('bench', SELF_ID, {
    request: () => new Promise(() => undefined),
    changed: () => {
      element.double.set({ chat: { ...chat(), ...room.view } });
    },
  });
  const stored = messages(count + 1_000);
  room.connected({
    chat: { messages: stored.slice(0, count), more: false },
    readMarks: [],
    deliveredMarks: [],
  });
  let next = count;
  const within = (root: Element, selector: string): HTMLElement | null => {
    const found = root.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
    if (found !== null) return found;
    for (const child of root.shadowRoot?.querySelectorAll('*') ?? []) {
      const deeper = within(child, selector);
      if (deeper !== null) return deeper;
    }
    return null;
  };
  const find = (selector: string): HTMLElement => {
    const found = within(element, selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    get log() {
      return find('[role=log]');
    },
    get field() {
      return find('textarea') as HTMLTextAreaElement;
    },
    receive: () => {
      const message = stored[next];
      next += 1;
      if (message !== undefined) room.received(message);
    },
  };
}

chatBench(open);
