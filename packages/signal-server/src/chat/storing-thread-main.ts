import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../storage/node-sqlite.ts';
import { storeOn } from './sqlite-message-log.ts';
import type { Answer, Ask } from './storing-thread.ts';

// What StoringThread starts: it stores one group of messages after the other.

const database = openSqlite(workerData as string);
const store = storeOn(database);

function answer({ posts, now }: NonNullable<Ask>): Answer {
  try {
    return { results: store(posts, now) };
  } catch (error) {
    return { error };
  }
}

parentPort?.on('message', (ask: Ask) => {
  if (ask !== null) {
    parentPort?.postMessage(answer(ask));
    return;
  }
  database.close();
  parentPort?.close();
});
