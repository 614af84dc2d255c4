/** What two people send each other while a call is set up. */
export type Content =
  | { readonly description: { type: 'offer' | 'answer'; sdp: string; offerId: string } }
  | {
      readonly candidates: readonly { candidate: string; sdpMid: string; sdpMLineIndex: number }[];
    };

/** One person's end of a way to the other one, through a server. */
export interface Wire {
  send(content: Content): void;
  /** Called with each signal that arrives. */
  onSignal: () => void;
  close(): void;
}

export type Pair = readonly [Wire, Wire];
