import { assert } from 'chai';
import { FakeDevices } from './testing/fake-devices.ts';
import { PeerConnections } from './testing/peer-connections.ts';
import {
  cleanUp,
  codeOf,
  joined,
  newSession,
  other,
  serverFor,
  untilLinked,
  untilState,
} from './testing/people.ts';
import { until } from './testing/until.ts';

describe('InterviewSession', () => {
  let connections: PeerConnections;
  let devices: FakeDevices;

  beforeEach(() => {
    connections = new PeerConnections();
    devices = new FakeDevices();
  });

  afterEach(() => {
    cleanUp();
    connections.restore();
    devices.restore();
  });

  describe('coming in', () => {
    it('rejects a wrong code and takes another', async () => {
      const session = newSession(serverFor(1));
      assert.equal(await codeOf(session.enter({ code: 'wrong' })), 'code-invalid');
      assert.equal(session.snapshot.state.name, 'refused');
      await session.enter({ code: 'code-1' });
      assert.equal(session.snapshot.state.name, 'lobby');
    });

    it('lets a newer code replace an older one', async () => {
      const session = newSession(serverFor(1));
      const older = codeOf(session.enter({ code: 'wrong' }));
      await session.enter({ code: 'code-1' });
      assert.equal(await older, 'aborted');
      assert.equal(session.snapshot.state.name, 'lobby');
    });

    it('asks for the name where none is known', async () => {
      const server = serverFor(0, { people: { shared: { role: 'participant', name: null } } });
      const session = newSession(server);
      await session.enter({ code: 'shared' });
      assert.equal(await codeOf(session.join()), 'name-required');
      session.setName('  Jiwoo ');
      await session.join();
      assert.equal(session.snapshot.self?.name, 'Jiwoo');
    });

    it('stays in the lobby, with the reason, when the room is full', async () => {
      const server = serverFor(3, { interview: { maxParticipants: 2 } });
      await joined(server, 'code-1');
      await joined(server, 'code-2');
      const session = newSession(server);
      await session.enter({ code: 'code-3' });
      assert.equal(await codeOf(session.join()), 'full');
      assert.deepInclude(session.snapshot.state, { name: 'lobby' });
      const { state } = session.snapshot;
      assert.equal(state.name === 'lobby' && state.error?.code, 'full');
    });

    it('gets a new ticket by itself when the lobby has lasted too long', async () => {
      const server = serverFor(1);
      const session = newSession(server);
      await session.enter({ code: 'code-1' });
      server.expireTickets();
      await session.join();
      assert.equal(session.snapshot.state.name, 'in-call');
    });

    it('knocks, is admitted, and is sent back to the lobby', async () => {
      const server = serverFor(1, {
        interview: { admission: 'knock' },
        people: { host: { role: 'interviewer', name: 'Host' } },
      });
      const host = await joined(server, 'host');
      const guest = await joined(server, 'code-1');
      assert.equal(guest.snapshot.state.name, 'waiting');
      assert.isEmpty(guest.snapshot.participants);
      const waiting = await until('the host sees it', () => other(host));
      assert.isFalse(waiting.admitted);
      await until('nobody is called', () => connections.open.length === 0);

      await host.admit(waiting.id);
      await untilState(guest, 'in-call');
      await untilLinked(guest);
      assert.equal(await codeOf(guest.remove(other(guest)?.id ?? '')), 'forbidden');

      await host.sendToLobby(waiting.id);
      await untilState(guest, 'waiting');
      await until('every connection is closed', () => connections.open.length === 0);

      const word = 'We are sorry: the interview is full.';
      await host.reject(waiting.id, word);
      const ended = await untilState(guest, 'ended');
      assert.include(ended, { reason: 'rejected', canRejoin: false, word });
      const { stream } = await until('the host captures', () =>
        host.snapshot.media.stream?.getTracks().length === 2 ? host.snapshot.media : null,
      );
      assert.sameMembers(devices.live, stream?.getTracks() ?? []);
    });

    it('refuses what does not fit the state', async () => {
      const session = newSession(serverFor(1));
      assert.equal(await codeOf(session.join()), 'invalid-state');
      assert.equal(await codeOf(session.sendMessage('hello')), 'invalid-state');
      assert.equal(await codeOf(session.setHandRaised(true)), 'invalid-state');
      await session.enter({ code: 'code-1' });
      await session.join();
      assert.equal(await codeOf(session.enter({ code: 'code-1' })), 'invalid-state');
    });
  });

  describe('in the room', () => {
    it('carries chat, typing, marks, hands, reactions and requests to mute', async () => {
      const server = serverFor(1, { people: { host: { role: 'interviewer', name: 'Host' } } });
      const host = await joined(server, 'host');
      const guest = await joined(server, 'code-1');
      const asked = new Promise((resolve) => {
        guest.onMuteAsked(resolve);
      });
      host.setTyping(true);
      await until('typing is seen', () => guest.snapshot.chat.typing.length === 1);
      const { seq } = await host.sendMessage('hello');
      await until('the message is there', () => guest.snapshot.chat.entries.length === 1);
      assert.equal(guest.snapshot.chat.unread, 1);
      const guestId = guest.snapshot.self?.id ?? '';
      const marksSeen = () => host.snapshot.chat;
      await until('it is seen to be there', () => marksSeen().deliveredMarks.get(guestId) === 1);
      assert.isUndefined(marksSeen().readMarks.get(guestId));
      guest.markRead(seq);
      await until('it is seen to be read', () => host.snapshot.chat.readMarks.get(guestId) === 1);
      await guest.setHandRaised(true);
      await until('the hand is seen', () => other(host)?.hand);
      assert.isNotNull(other(host)?.handRaisedAt);
      const reactions: string[] = [];
      const { signal } = new AbortController();
      for (const session of [host, guest]) {
        session.onReaction((id, reaction) => reactions.push(`${id} ${reaction}`), { signal });
      }
      await guest.react('clap');
      await until('the reaction is seen by both', () => reactions.length === 2);
      assert.sameMembers(reactions, ['self clap', `${guestId} clap`]);
      const unknown = { from: guestId, reaction: 'of a later server' } as never;
      server.room.tell({ name: 'participant:reaction', payload: unknown });
      await host.askToMute(guestId);
      assert.equal(await asked, 'Host');
      const { closesAt } = guest.snapshot.interview ?? {};
      await host.extend(120);
      await until('the extension is seen', () => guest.snapshot.interview?.closesAt !== closesAt);
      assert.lengthOf(reactions, 2);
      await host.remove(guestId, 'Thank you');
      assert.include(await untilState(guest, 'ended'), { reason: 'removed', word: 'Thank you' });
    });

    it('gives what was missed to who comes back, without losing the picture', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await untilLinked(b);
      const made = connections.all.length;
      server.reachable = false;
      server.room.cut(b.snapshot.self?.id);
      await untilState(b, 'reconnecting');
      await until('a sees it', () => other(a)?.presence === 'disconnected');
      const typed = b.sendMessage('typed without a connection');
      await a.sendMessage('missed');
      await connections.untilAllDecode();
      server.reachable = true;
      window.dispatchEvent(new Event('online'));
      await untilState(b, 'in-call');
      await typed;
      const texts = b.snapshot.chat.entries.map((entry) =>
        entry.status === 'sent' ? entry.message.text : entry.status,
      );
      assert.deepEqual(texts, ['missed', 'typed without a connection']);
      assert.equal(connections.all.length, made, 'the links are the same');
    });

    it('comes back into the seat after a reload, with chat, and devices as they were', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const before = await joined(server, 'code-2');
      await untilLinked(a);
      await before.sendMessage('before');
      await before.setMicrophoneEnabled(false);
      const { id } = before.snapshot.self ?? {};
      const stored = sessionStorage.getItem('rendev-interview:seats') ?? '';
      server.room.cut(id);
      before.dispose(); // a page that is gone says nothing more, as its connection is cut
      sessionStorage.setItem('rendev-interview:seats', stored);

      const after = newSession(server);
      await after.enter({ code: 'CODE-2'.toLowerCase() });
      assert.equal(after.snapshot.state.name, 'in-call');
      assert.equal(after.snapshot.self?.id, id);
      assert.lengthOf(after.snapshot.chat.entries, 1);
      await until('the camera is on', () => after.snapshot.media.camera.status === 'on');
      assert.equal(after.snapshot.media.microphone.status, 'off');
      await untilLinked(after);
      await untilLinked(a);
      await connections.untilAllDecode();
      assert.equal(connections.open.length, 2, 'the link to the old page is closed');
    });

    it('comes in by the lobby when the kept seat is gone', async () => {
      const server = serverFor(1);
      const entry = { code: 'CODE1' };
      const seat = { server: location.origin, entry, resumeToken: 'gone' };
      sessionStorage.setItem('rendev-interview:seats', JSON.stringify([seat]));
      const session = newSession(server);
      await session.enter({ code: 'code-1' });
      assert.equal(session.snapshot.state.name, 'lobby');
      assert.isNull(sessionStorage.getItem('rendev-interview:seats'));
    });

    it('goes on after rubbish from a participant', async () => {
      const server = serverFor(2);
      const session = await joined(server, 'code-1');
      const failures: string[] = [];
      session.onFailure(({ code }) => failures.push(code));
      await joined(server, 'code-2');
      const remote = await untilLinked(session);
      const rubbish = { type: 'offer', sdp: 'v=0\r\nrubbish', offerId: 'x' } as const;
      const { id: from, epoch: fromEpoch } = remote;
      server.room.tell({
        name: 'signal',
        payload: { from, fromEpoch, link: 'link-of-rubbish', description: rubbish },
      });
      server.room.tell({ name: 'something:new', payload: {} } as never);
      await until('it is told', () => failures.length > 0);
      assert.deepEqual(failures, ['negotiation-failed']);
      await session.sendMessage('still here');
      await untilLinked(session);
    });
  });
});
