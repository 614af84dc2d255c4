import type { Chat } from '../session-snapshot.ts';

const marks = new Map<string, number>();

export const NO_CHAT: Chat = {
  entries: [],
  unread: 0,
  typing: [],
  readMarks: marks,
  deliveredMarks: marks,
};
