/** Bounds that both sides keep. Lengths of text are in UTF-16 code units, as `String.length`. */
export const LIMITS = {
  /** People in one room; a mesh of more than six does not hold on ordinary uplinks. */
  participantsMin: 2,
  participantsMax: 6,
  /** Symbols of an interview code, hyphens and spaces not counted. */
  codeLengthMin: 6,
  codeLengthMax: 32,
  codeLengthDefault: 8,
  nameLength: 60,
  titleLength: 200,
  externalIdLength: 200,
  metadataEntries: 20,
  metadataKeyLength: 60,
  metadataValueLength: 500,
  messageLength: 2_000,
  /** Of the word that goes with a refusal or a removal, without the space around it. */
  wordLength: 200,
  /** Messages in one snapshot or one answer to `chat:since`. */
  messagesPerPage: 200,
  /** Characters of one session description. */
  sdpLength: 48_000,
  candidateLength: 1_000,
  candidatesPerSignal: 50,
  /** Bytes of one realtime packet; more ends the connection. */
  packetBytes: 65_536,
  /** Bytes of the offers of a join, as JSON: the rest of its packet is for the tickets. */
  joinOffersBytes: 52_000,
  /** Bytes of one REST body. */
  bodyBytes: 65_536,
  /** Default minutes before `scheduledAt` at which an interview opens. */
  opensBeforeMinutes: 15,
  /** Default minutes after `scheduledAt` at which an interview closes. */
  closesAfterMinutes: 180,
  /** Longest span between `opensAt` and `closesAt`, in hours. */
  windowHoursMax: 72,
  /** Time for which a participant without connection keeps the seat, in ms. */
  graceMs: 30_000,
  /** The same after a goodbye, which may be that of a reload, in ms. */
  goodbyeMs: 5_000,
} as const;
