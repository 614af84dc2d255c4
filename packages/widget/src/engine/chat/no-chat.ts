import type { Chat } from '../session-snapshot.ts';

export const NO_CHAT: Chat = { entries: [], unread: 0, typing: [], readMarks: new Map() };
