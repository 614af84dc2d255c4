import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Questions } from './questions.ts';

describe('a question to the other nodes', () => {
  it('is answered by the first yes', async () => {
    const questions = new Questions();
    const asked = questions.ask((ask) => {
      questions.answered(ask, false);
      questions.answered(ask, true);
      return Promise.resolve(3);
    });
    assert.equal(await asked, true);
  });

  it('is answered by the last no, whether it comes before or after the count', async () => {
    const questions = new Questions();
    const early = questions.ask((ask) => {
      questions.answered(ask, false);
      return Promise.resolve(1);
    });
    assert.equal(await early, false);
    let number = 0;
    const late = questions.ask((ask) => {
      number = ask;
      return Promise.resolve(2);
    });
    await Promise.resolve();
    questions.answered(number, false);
    questions.answered(number, false);
    assert.equal(await late, false);
  });

  it('is a no where nobody hears it', async () => {
    assert.equal(await new Questions().ask(() => Promise.resolve(0)), false);
  });

  it('fails where it cannot be sent, and knows no answer to it then', async () => {
    const questions = new Questions();
    await assert.rejects(questions.ask(() => Promise.reject(new Error('away'))));
    questions.answered(1, true);
  });
});
