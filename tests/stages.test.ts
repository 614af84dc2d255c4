import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { APART, BROWSER_STAGE, NODE_STAGES } from '../scripts/test/stages.ts';

const exclude = ['**/node_modules/**', '**/dist/**'];

describe('the stages of the tests', () => {
  it('run each test file of the repository, and none twice', () => {
    const stages = [...Object.values(NODE_STAGES), BROWSER_STAGE, APART];
    const run = stages.flatMap((patterns) => globSync([...patterns], { exclude }));
    assert.deepEqual(run.sort(), globSync('**/*.test.ts', { exclude }).sort());
  });
});
