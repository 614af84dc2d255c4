import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from './ids.ts';

it('makes ids that differ, and can be given to a command', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    ids.filter((id) => !/^\w[\w-]{21}$/.test(id)),
    [],
  );
});
