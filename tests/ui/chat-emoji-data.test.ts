import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { dataModule, LANGUAGES } from '../../scripts/emoji/emoji-data.ts';

describe('the names of the emoji picker', () => {
  for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
    it(`are those of the installed source (${language})`, () => {
      const path = `../../packages/widget/src/elements/emoji/data/emoji-${language.toLowerCase()}.ts`;
      assert.equal(readFileSync(new URL(path, import.meta.url), 'utf8'), dataModule(language));
    });
  }
});
