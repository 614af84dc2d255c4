import { createSession, type Session, type SessionSnapshot } from '@rendev/interview/engine';
import { type CallOptions, showRemote } from './call-page.ts';

/** What was known of the room, and since when, ms since the epoch. */
export interface Moment {
  readonly at: number;
  readonly state: string;
  readonly participants: readonly {
    readonly presence: string;
    readonly link: string;
    readonly level: string;
  }[];
  /** Texts that the server has stored. */
  readonly messages: readonly string[];
}

declare global {
  var session: Session;
  var moments: Moment[];
}

/** How long a person looks at the lobby, ms: time for what loads behind it. */
const IN_LOBBY_MS = 1_000;

/** @param from `lobby`: the person has passed the door, and clicks; `code`: everything is to come */
export function prepareSession(from: 'lobby' | 'code'): void {
  let code = '';
  globalThis.moments = [];
  globalThis.callPage = {
    prepare: async ({ server, id, microphone }: CallOptions) => {
      code = id;
      globalThis.session = createSession({ server });
      globalThis.session.subscribe(look);
      if (from === 'code') return;
      await globalThis.session.enter({ code });
      if (!microphone) await globalThis.session.setMicrophoneEnabled(false);
      await new Promise((resolve) => setTimeout(resolve, IN_LOBBY_MS));
    },
    join: async () => {
      if (from === 'code') await globalThis.session.enter({ code });
      await globalThis.session.join();
    },
  };
}

function look({ state, participants, chat }: SessionSnapshot): void {
  for (const { id, stream } of participants) if (stream) showRemote(id, stream);
  globalThis.moments.push({
    at: Date.now(),
    state: state.name,
    participants: participants.map(({ presence, link, quality }) => ({
      presence,
      link,
      level: quality.level,
    })),
    messages: chat.entries.flatMap((entry) => (entry.status === 'sent' ? entry.message.text : [])),
  });
}
