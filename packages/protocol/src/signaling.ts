import { Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { Epoch, Id, LinkId } from './primitives.ts';

/**
 * A session description (W3C WebRTC, section 4.6). An answer repeats the `offerId` of the offer that
 * it answers, so that a late answer is recognised as stale and dropped.
 */
export const Description = Type.Object(
  {
    type: Type.Union([Type.Literal('offer'), Type.Literal('answer')]),
    sdp: Type.String({ minLength: 1, maxLength: LIMITS.sdpLength, pattern: '^v=0\\r?\\n' }),
    offerId: Type.String({ minLength: 1, maxLength: 64 }),
  },
  { additionalProperties: false },
);
export type Description = Type.Static<typeof Description>;

/** `RTCIceCandidateInit` (W3C WebRTC, section 4.8.1). An empty `candidate` ends the candidates. */
export const Candidate = Type.Object(
  {
    candidate: Type.String({ maxLength: LIMITS.candidateLength, pattern: '^(candidate:.*)?$' }),
    sdpMid: Type.Optional(Type.Union([Type.String({ maxLength: 64 }), Type.Null()])),
    sdpMLineIndex: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: 255 }), Type.Null()]),
    ),
    usernameFragment: Type.Optional(Type.Union([Type.String({ maxLength: 256 }), Type.Null()])),
  },
  { additionalProperties: false },
);
export type Candidate = Type.Static<typeof Candidate>;

const candidates = Type.Array(Candidate, { minItems: 1, maxItems: LIMITS.candidatesPerSignal });

/** What the sender makes of the link, told whenever it changes and whenever the link is made. */
export const Flow = Type.Object(
  {
    /** The camera is on, and its picture is not sent on this link because the line is weak. */
    cameraPaused: Type.Boolean(),
    /** The sender of this saves data, and asks for a small picture. */
    lowData: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Flow = Type.Static<typeof Flow>;

const address = { to: Id, toEpoch: Epoch, link: LinkId };
const closed = { additionalProperties: false };

/**
 * `signal:send`: a description, candidates or the flow of one link, for one participant. `toEpoch` is
 * the page that it is meant for; if that page is gone the server answers `participant-unknown` and
 * delivers nothing.
 */
export const SignalSend = Type.Union([
  Type.Object({ ...address, description: Description }, closed),
  Type.Object({ ...address, candidates }, closed),
  Type.Object({ ...address, flow: Flow }, closed),
]);
export type SignalSend = Type.Static<typeof SignalSend>;

const source = { from: Id, fromEpoch: Epoch, link: LinkId };

/** `signal`: the same for the receiver; the server alone sets `from` and `fromEpoch`. */
export const Signal = Type.Union([
  Type.Object({ ...source, description: Description }),
  Type.Object({ ...source, candidates }),
  Type.Object({ ...source, flow: Flow }),
]);
export type Signal = Type.Static<typeof Signal>;

/** A first offer that is made before its maker knows for whom; the server gives it to somebody. */
export const OpenOffer = Type.Object({ link: LinkId, description: Description }, closed);
export type OpenOffer = Type.Static<typeof OpenOffer>;
