import type { Reaction } from '@rendev/interview-protocol';

/** How a reaction looks, wherever it is shown. */
export const REACTION_GLYPHS: Readonly<Record<Reaction, string>> = {
  'thumbs-up': '👍',
  clap: '👏',
  heart: '❤️',
  laugh: '😂',
  surprised: '😮',
  thinking: '🤔',
};
