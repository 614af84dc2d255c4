import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ChatService } from '../src/chat/chat-service.ts';
import { StoringThread } from '../src/chat/storing-thread.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';

/** On a SQLite file of its own with one interview. */
async function startThread(t: TestContext, nameOf = (file: string) => file) {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-test-'));
  const file = join(folder, 'store.sqlite');
  const db = await openDatabase(file);
  const thread = new StoringThread(db, nameOf(file));
  const close = async () => {
    await thread.close();
    await db.destroy();
  };
  t.after(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  await db
    .insertInto('hosts')
    .values({ id: 'host', name: 'host', origins: '[]', window: 'on', created_at: 0 })
    .execute();
  await addInterview(db, 'interview');
  return { thread, db, file, close };
}

const addInterview = (db: Database, id: string) =>
  db
    .insertInto('interviews')
    .values({
      id,
      host_id: 'host',
      external_id: null,
      title: '',
      scheduled_at: 0,
      time_zone: 'UTC',
      opens_at: 0,
      closes_at: 0,
      max_participants: 2,
      admission: 'open',
      relay_only: 0,
      status: 'open',
      metadata: '{}',
      last_seq: 0,
      created_at: 0,
      updated_at: 0,
      ended_at: null,
      summarized_at: null,
      erased_at: null,
    })
    .execute();

const postOf = (text: string, interviewId = 'interview') => ({
  interviewId,
  participantId: 'one',
  name: 'One',
  id: randomUUID(),
  text,
});

describe('the thread that stores messages', () => {
  it('answers as the store itself does, with the time that it is given', async (t) => {
    const { thread, db, file, close } = await startThread(t);
    const post = postOf('hello');
    const [stored, refused] = await thread.store([post, postOf('nowhere', 'none')], 1_000);
    assert.ok(stored?.ok);
    assert.deepEqual(stored.value, {
      interview_id: 'interview',
      seq: 1,
      id: post.id,
      participant_id: 'one',
      name: 'One',
      text: 'hello',
      sent_at: 1_000,
    });
    assert.deepEqual(refused, { ok: false, error: { code: 'not-found' } });
    // What was acknowledged is there for everybody at once.
    const { text } = await db.selectFrom('messages').select('text').executeTakeFirstOrThrow();
    assert.equal(text, 'hello');
    // The last of its connections takes the log of SQLite along: none is left open.
    await close();
    assert.equal(existsSync(`${file}-wal`), false);
  });

  it('lets others write between its groups, and fails none of them', async (t) => {
    const { thread, db } = await startThread(t);
    const chat = new ChatService(db, thread, Date.now);
    const sender = { interviewId: 'interview', participantId: 'one', name: 'One' };
    const names = Array.from({ length: 600 }, (_, number) => String(number));
    const [sent] = await Promise.all([
      Promise.all(names.map((text) => chat.send(sender, { id: randomUUID(), text }))),
      ...names.slice(0, 100).map((name) => addInterview(db, `interview ${name}`)),
    ]);
    assert.deepEqual(
      sent.map((one) => one.ok && one.value.message.seq),
      names.map((_, place) => place + 1),
    );
    const interviews = await db.selectFrom('interviews').select('id').execute();
    assert.equal(interviews.length, 101);
  });

  it('rejects when it breaks off, and is there anew for the next', async (t) => {
    const laterOf = (file: string) => join(dirname(file), 'later', basename(file));
    const { thread, file } = await startThread(t, laterOf);
    await assert.rejects(thread.store([postOf('lost')], 1_000), /ended/);
    mkdirSync(dirname(laterOf(file)));
    symlinkSync(file, laterOf(file));
    const [stored] = await thread.store([postOf('kept')], 1_000);
    assert.ok(stored?.ok);
    assert.equal(stored.value.seq, 1);
  });

  it('says what the store said when a group cannot be stored', async (t) => {
    const { thread, db } = await startThread(t);
    await thread.store([postOf('before')], 1_000);
    await db.schema.alterTable('messages').renameTo('elsewhere').execute();
    await assert.rejects(thread.store([postOf('lost')], 1_000), /no such table: (main\.)?messages/);
    await db.schema.alterTable('elsewhere').renameTo('messages').execute();
    const [stored] = await thread.store([postOf('after')], 1_000);
    assert.ok(stored?.ok);
    assert.equal(stored.value.seq, 2);
  });
});
