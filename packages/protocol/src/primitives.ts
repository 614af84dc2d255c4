import { Type } from 'typebox';
import { LIMITS } from './limits.ts';

/** An opaque identifier made by the server. */
export const Id = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

/** A UUID (RFC 9562) made by the client, lower case. */
export const ClientId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

/** A point in time as the server writes it: RFC 3339 in UTC with milliseconds. */
export const Timestamp = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'RFC 3339, UTC, milliseconds',
});

/** Names one page load of one participant; a new page means a new epoch. */
export const Epoch = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

/** Names one connection between two pages; a new one means that its maker has begun anew. */
export const LinkId = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

/** Place of a message in its interview, from 1, without gaps. */
export const Sequence = Type.Integer({ minimum: 0 });

export const PersonName = Type.String({
  minLength: 1,
  maxLength: LIMITS.nameLength,
  pattern: '\\S',
});

/** `participant`: came by the shared code, all equal. The others come by a personal code. */
export const Role = Type.Union([
  Type.Literal('participant'),
  Type.Literal('interviewer'),
  Type.Literal('candidate'),
  Type.Literal('observer'),
]);
export type Role = Type.Static<typeof Role>;

/** An ICE server as `RTCConfiguration.iceServers` takes it (W3C WebRTC, section 4.2.2). */
export const IceServer = Type.Object({
  urls: Type.Array(Type.String({ maxLength: 500 }), { minItems: 1 }),
  username: Type.Optional(Type.String()),
  credential: Type.Optional(Type.String()),
});
export type IceServer = Type.Static<typeof IceServer>;
