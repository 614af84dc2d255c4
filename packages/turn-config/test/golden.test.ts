import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { render, TARGETS, type Target } from '../src/render/render.ts';
import { turnserverConf } from '../src/render/turnserver-conf.ts';
import { COTURN_VERSIONS } from '../src/settings/coturn-versions.ts';
import { validateSettings } from '../src/settings/validate.ts';
import { CASES } from './support/cases.ts';

const FOLDER = join(import.meta.dirname, 'golden');
const NOW = Date.parse('2026-01-01T00:00:00Z');

/** Of these only what is unlike the others. */
const TARGETS_OF: Record<string, Target[]> = {
  azure: ['turnserver.conf'],
  'cluster-on-gcp': ['turnserver.conf', 'kubernetes'],
};

/** UPDATE_GOLDEN=1 writes what is rendered now; read the difference before you keep it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

describe('rendered files are as they were', () => {
  for (const [name, config] of Object.entries(CASES)) {
    it(name, () => {
      assert.ok(validateSettings(config.settings).ok);
      const files: Record<string, string> = {};
      for (const target of TARGETS_OF[name] ?? TARGETS) {
        const rendered = render(target, config, NOW);
        if (!rendered.ok) {
          files[`${target}/unsuitable`] =
            `${rendered.finding.field}: ${rendered.finding.message}\n`;
          continue;
        }
        for (const { name: file, mode, text } of rendered.artifacts) {
          const isSecret = config.secrets.some(({ value }) => text.includes(value));
          assert.equal(mode === 0o600, isSecret || target === 'ice-servers', `${target}/${file}`);
          assert.ok(text.endsWith('\n') && !text.includes('undefined'), `${target}/${file}`);
          files[`${target}/${file}`] = text;
        }
      }
      compare(join(FOLDER, name), files);
    });
  }

  it('turnserver.conf of each version', () => {
    const { 'own-machine': config } = CASES;
    assert.ok(config);
    const files: Record<string, string> = {};
    for (const coturn of COTURN_VERSIONS) {
      const settings = { ...config.settings, coturn };
      files[`${coturn}.conf`] = turnserverConf({ ...config, settings });
    }
    compare(join(FOLDER, 'versions'), files);
  });

  it('twice the same', () => {
    for (const config of Object.values(CASES)) {
      for (const target of TARGETS) {
        assert.deepEqual(render(target, config, NOW), render(target, config, NOW));
      }
    }
  });
});

describe('options', () => {
  for (const coturn of COTURN_VERSIONS) {
    it(`are all known to coturn ${coturn}`, () => {
      const table = readFileSync(
        join(import.meta.dirname, 'coturn-options', `${coturn}.txt`),
        'utf8',
      );
      const known = new Set(table.split(/\s+/));
      for (const config of Object.values(CASES)) {
        const settings = { ...config.settings, coturn };
        if (!validateSettings(settings).ok) continue;
        const options = turnserverConf({ ...config, settings })
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('#'))
          .map((line) => line.split('=')[0] ?? '');
        assert.ok(options.length > 40);
        assert.deepEqual(
          options.filter((option) => !known.has(option)),
          [],
        );
      }
    });
  }
});

/** The suffix keeps formatters away. */
function compare(folder: string, files: Record<string, string>): void {
  if (UPDATE) {
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, `${name}.golden`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  assert.ok(existsSync(folder), `${folder} is missing: run once with UPDATE_GOLDEN=1`);
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  assert.deepEqual(
    kept.sort(),
    Object.keys(files)
      .map((name) => `${name}.golden`)
      .sort(),
  );
  for (const [name, text] of Object.entries(files)) {
    assert.equal(text, readFileSync(join(folder, `${name}.golden`), 'utf8'), name);
  }
}
