import type { ChatTerms } from '../../locales/chat-terms.ts';
import { chatPreferences } from './chat-preferences.ts';
import type { News } from './message-news.ts';
import { notify } from './message-notice.ts';
import { playMessageTone } from './message-tone.ts';

/** More than these at once, as after a lost connection, are counted and not read out. */
const READ_OUT = 3;

/**
 * By sound and by a notice of the system, where the person asked for them.
 *
 * @param speakerId chosen output; `null` for the default
 * @returns what a screen reader shall say; `''` for nothing
 */
export function tellOfNews(
  { messages, failed }: News,
  terms: ChatTerms,
  speakerId: string | null,
): string {
  const last = messages.at(-1);
  if (last !== undefined) {
    const { sound, notice } = chatPreferences();
    if (sound) void playMessageTone(speakerId);
    if (notice) notify(last);
  }
  const said =
    messages.length > READ_OUT
      ? [terms.saidMany(messages.length)]
      : messages.map(({ name, text }) => terms.saidMessage(name, text));
  if (failed) said.push(terms.saidFailed);
  return said.join(' ');
}
