import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Interview, InterviewPage } from '@rendev/interview-protocol';
import { bodyOf, knock, reserve } from '../../packages/signal-server/test/support/answers.ts';
import { startRestServer } from '../../packages/signal-server/test/support/rest-server.ts';

const INJECTIONS = [
  "' or '1'='1",
  "'; drop table interviews; --",
  '" or ""="',
  "') union select key_hash from api_keys --",
  '%',
  '_',
  "\\' or 1=1",
];

describe('SQL', () => {
  it('is never put together from text: parameters only', () => {
    const files = globSync('packages/signal-server/src/**/*.ts', { exclude: ['**/*.test.ts'] });
    assert.ok(files.length > 50);
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      assert.doesNotMatch(
        source,
        /\bsql\s*\.\s*(raw|lit|unsafe\w*)\b|\bCompiledQuery\.raw\b/,
        file,
      );
      // Strings for the database itself are written out whole.
      assert.doesNotMatch(source, /\.(exec|prepare)\(\s*`[^`]*\$\{/, file);
    }
  });

  it('takes what people write as a value, in every place where they write', async (t) => {
    const server = await startRestServer(t);
    const kept = await reserve(server, { externalId: 'kept' });
    for (const text of INJECTIONS) {
      const query = encodeURIComponent(text);
      const listed = await server.ask('GET', `/v1/interviews?externalId=${query}`);
      assert.deepEqual(bodyOf(listed, 200, InterviewPage).items, [], text);
      for (const path of ['/v1/interviews/', '/v1/webhooks/deliveries?cursor=']) {
        const { status } = await server.ask('GET', path + query);
        assert.ok(status === 404 || status === 400, `${path}${text}: ${status}`);
      }
      assert.equal((await knock(server, { code: text })).status, 404);
      const own = await reserve(server, { externalId: text, title: text });
      const again = await server.ask('GET', `/v1/interviews?externalId=${query}`);
      assert.deepEqual(
        bodyOf(again, 200, InterviewPage).items.map(({ id }) => id),
        [own.id],
      );
    }
    const { externalId } = bodyOf(
      await server.ask('GET', `/v1/interviews/${kept.id}`),
      200,
      Interview,
    );
    assert.equal(externalId, 'kept');
  });
});
