import { assert } from 'chai';
import type { Candidate } from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';
import { until } from '../testing/until.ts';
import { CandidateBatch } from './candidate-batch.ts';

describe('CandidateBatch', () => {
  const numbered = (index: number): Candidate => ({ candidate: `candidate:${index}` });
  let sent: Candidate[][];
  let ended: AbortController;
  let batch: CandidateBatch;

  beforeEach(() => {
    sent = [];
    ended = new AbortController();
    batch = new CandidateBatch((candidates) => sent.push(candidates), ended.signal);
  });

  it('sends the first at once and a burst together, each once and in order', async () => {
    const all = Array.from({ length: LIMITS.candidatesPerSignal + 10 }, (_, index) =>
      numbered(index),
    );
    for (const candidate of all) batch.add(candidate);
    assert.deepEqual(sent, [[numbered(0)]]);
    await until('all are sent', () => sent.flat().length === all.length);
    assert.deepEqual(sent.flat(), all);
    assert.lengthOf(sent, 3, 'one, a full signal, and the rest');
  });

  it('sends nothing any more when the link has ended', async () => {
    batch.add(numbered(0));
    batch.add(numbered(1));
    ended.abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.lengthOf(sent, 1);
  });
});
