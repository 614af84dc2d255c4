import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const TEXT = readFileSync('SECURITY.md', 'utf8');
const named = new Set([...TEXT.matchAll(/[\w./-]+\.test\.ts/g)].map(([path]) => path));

describe('SECURITY.md', () => {
  it('names test files that there are', () => {
    assert.ok(named.size > 15);
    for (const path of named) assert.ok(existsSync(path), path);
  });

  it('names every attack', () => {
    const attacks = globSync('tests/security/*.test.ts');
    assert.deepEqual(
      attacks.filter((path) => !named.has(path)),
      [],
    );
  });

  it('has for each threat a defence and a test', () => {
    const rows = TEXT.split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 5 && !/^(-+|threat)$/.test(cells[1] ?? ''));
    assert.ok(rows.length > 20);
    for (const [, threat, defence, test = ''] of rows) {
      assert.ok(threat !== '' && defence !== '' && test.includes('.test.ts'), threat);
    }
  });
});
