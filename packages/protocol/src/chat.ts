import { Type } from 'typebox';
import { ClientId, Id, Sequence, Timestamp } from './primitives.ts';

/** A message as it was stored. `id` is the sender's own UUID, `seq` its place in the interview. */
export const ChatMessage = Type.Object({
  id: ClientId,
  seq: Type.Integer({ minimum: 1 }),
  /** Participant id of the sender. */
  from: Id,
  /** Name of the sender when it was sent. */
  name: Type.String(),
  text: Type.String(),
  sentAt: Timestamp,
});
export type ChatMessage = Type.Static<typeof ChatMessage>;

/** How far a participant has read, or how far a page of theirs has received. */
export const ChatMark = Type.Object({ from: Id, seq: Sequence });
export type ChatMark = Type.Static<typeof ChatMark>;

/** `chat:send`. Sending the same `id` again is answered with the stored message. */
export const ChatSend = Type.Object(
  { id: ClientId, text: Type.String() },
  { additionalProperties: false },
);
/** `chat:since`: messages with a higher sequence, oldest first. */
export const ChatSince = Type.Object({ seq: Sequence }, { additionalProperties: false });
export const ChatTyping = Type.Object({ typing: Type.Boolean() }, { additionalProperties: false });
export const ChatRead = Type.Object({ seq: Sequence }, { additionalProperties: false });
/** `chat:delivered`: every message up to this one is on the page. */
export const ChatDelivered = Type.Object({ seq: Sequence }, { additionalProperties: false });

/** `more`: there are later messages still; ask again from the last sequence. */
export const ChatPage = Type.Object({
  messages: Type.Array(ChatMessage),
  more: Type.Boolean(),
});
export type ChatPage = Type.Static<typeof ChatPage>;

/** `GET /v1/interviews/:id/messages`. */
export const MessagesQuery = Type.Object(
  { since: Type.Optional(Type.Integer({ minimum: 0, default: 0 })) },
  { additionalProperties: false },
);
