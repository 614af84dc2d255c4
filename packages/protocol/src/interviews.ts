import { Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { Id, PersonName, Role, Timestamp } from './primitives.ts';

export const InterviewStatus = Type.Union([
  Type.Literal('scheduled'),
  Type.Literal('open'),
  Type.Literal('ended'),
  Type.Literal('canceled'),
]);
export type InterviewStatus = Type.Static<typeof InterviewStatus>;

export const AdmissionMode = Type.Union([Type.Literal('open'), Type.Literal('knock')]);
export type AdmissionMode = Type.Static<typeof AdmissionMode>;

const TimeInput = Type.String({
  maxLength: 40,
  description:
    'RFC 3339 with an offset, or "YYYY-MM-DD HH:mm[:ss]" as wall time in `timeZone`, which is then required',
});
const CodeInput = Type.String({
  maxLength: 64,
  description: '6 to 32 letters or digits; hyphens, spaces and case do not count',
});
const Metadata = Type.Record(
  Type.String({ minLength: 1, maxLength: LIMITS.metadataKeyLength }),
  Type.String({ maxLength: LIMITS.metadataValueLength }),
  { maxProperties: LIMITS.metadataEntries },
);
const InvitedRole = Type.Union([
  Type.Literal('interviewer'),
  Type.Literal('candidate'),
  Type.Literal('observer'),
]);

/** A person who gets a code of their own. Without `code` the server makes one. */
export const InvitationInput = Type.Object(
  { role: InvitedRole, name: PersonName, code: Type.Optional(CodeInput) },
  { additionalProperties: false },
);
export type InvitationInput = Type.Static<typeof InvitationInput>;

const windowFields = {
  title: Type.Optional(Type.String({ maxLength: LIMITS.titleLength })),
  timeZone: Type.Optional(Type.String({ maxLength: 60, description: 'IANA time zone name' })),
  opensAt: Type.Optional(TimeInput),
  closesAt: Type.Optional(TimeInput),
  maxParticipants: Type.Optional(
    Type.Integer({ minimum: LIMITS.participantsMin, maximum: LIMITS.participantsMax }),
  ),
  admission: Type.Optional(AdmissionMode),
  relayOnly: Type.Optional(Type.Boolean()),
  metadata: Type.Optional(Metadata),
};

/** `POST /v1/interviews`. With an `externalId` that the host used before, the first one is answered. */
export const InterviewCreate = Type.Object(
  {
    ...windowFields,
    scheduledAt: TimeInput,
    externalId: Type.Optional(Type.String({ minLength: 1, maxLength: LIMITS.externalIdLength })),
    code: Type.Optional(CodeInput),
    participants: Type.Optional(Type.Array(InvitationInput, { maxItems: LIMITS.participantsMax })),
  },
  { additionalProperties: false },
);
export type InterviewCreate = Type.Static<typeof InterviewCreate>;

/** `PATCH /v1/interviews/:id`. A new `scheduledAt` moves the window along unless it is given too. */
export const InterviewPatch = Type.Object(
  { ...windowFields, scheduledAt: Type.Optional(TimeInput) },
  { additionalProperties: false, minProperties: 1 },
);
export type InterviewPatch = Type.Static<typeof InterviewPatch>;

/** What a participant may know of the interview. */
export const InterviewPublic = Type.Object({
  id: Id,
  title: Type.String(),
  scheduledAt: Timestamp,
  timeZone: Type.String(),
  opensAt: Timestamp,
  /** `null` when the host set `window: "off"`. */
  closesAt: Type.Union([Timestamp, Type.Null()]),
  maxParticipants: Type.Integer(),
  admission: AdmissionMode,
  relayOnly: Type.Boolean(),
  status: InterviewStatus,
  /** Grows with every change; the entity tag of the REST answers. */
  version: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type InterviewPublic = Type.Static<typeof InterviewPublic>;

/** What the host that owns it sees of an interview. */
export const Interview = Type.Object({
  ...InterviewPublic.properties,
  externalId: Type.Union([Type.String(), Type.Null()]),
  metadata: Metadata,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  endedAt: Type.Union([Timestamp, Type.Null()]),
  /** Since when messages and names are gone. */
  erasedAt: Type.Union([Timestamp, Type.Null()]),
});
export type Interview = Type.Static<typeof Interview>;

/** A code as shown to people: groups of four, `XXXX-XXXX`. `null` where the host supplied its own. */
const ShownCode = Type.Union([Type.String(), Type.Null()]);

/** The answer to `POST /v1/interviews`, the only one that carries codes. */
export const InterviewCreated = Type.Object({
  ...Interview.properties,
  code: ShownCode,
  participants: Type.Array(
    Type.Object({ id: Id, role: Role, name: Type.String(), code: ShownCode }),
  ),
});
export type InterviewCreated = Type.Static<typeof InterviewCreated>;

/** `GET /v1/interviews`, newest first. */
export const InterviewQuery = Type.Object(
  {
    externalId: Type.Optional(Type.String({ maxLength: LIMITS.externalIdLength })),
    status: Type.Optional(InterviewStatus),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type InterviewQuery = Type.Static<typeof InterviewQuery>;

export const InterviewPage = Type.Object({
  items: Type.Array(Interview),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type InterviewPage = Type.Static<typeof InterviewPage>;
