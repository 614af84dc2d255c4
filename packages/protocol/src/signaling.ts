import { Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { Epoch, Id } from './primitives.ts';

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

/**
 * `signal:send`: a description or candidates for one participant. `toEpoch` is the page that it is
 * meant for; if that page is gone the server answers `participant-unknown` and delivers nothing.
 */
export const SignalSend = Type.Union([
  Type.Object(
    { to: Id, toEpoch: Epoch, description: Description },
    { additionalProperties: false },
  ),
  Type.Object({ to: Id, toEpoch: Epoch, candidates }, { additionalProperties: false }),
]);
export type SignalSend = Type.Static<typeof SignalSend>;

/** `signal`: the same for the receiver; the server alone sets `from` and `fromEpoch`. */
export const Signal = Type.Union([
  Type.Object({ from: Id, fromEpoch: Epoch, description: Description }),
  Type.Object({ from: Id, fromEpoch: Epoch, candidates }),
]);
export type Signal = Type.Static<typeof Signal>;
