import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Runs a module in a plain Node: what the package's own `exports` give, as a host's server has it. */
function runInNode(source: string): string {
  const args = ['--input-type=module', '--eval', source];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
}

describe('the command line tools', () => {
  for (const name of ['signal-server', 'turn-config']) {
    it(`of ${name} are there before a build, so that an install links them`, () => {
      const text = readFileSync(`packages/${name}/package.json`, 'utf8');
      const { bin, files } = JSON.parse(text) as { bin: Record<string, string>; files: string[] };
      const [path] = Object.values(bin);
      assert.ok(path);
      accessSync(`packages/${name}/${path}`, constants.X_OK);
      assert.ok(files.includes(path.split('/')[1] ?? ''));
    });
  }
});

describe('the packages', () => {
  it('ask for no older Node than those of ours that they depend on', () => {
    interface Manifest {
      readonly name: string;
      readonly engines: { readonly node: string };
      readonly dependencies: Readonly<Record<string, string>>;
    }
    const manifests = globSync('packages/*/package.json').map(
      (path) => JSON.parse(readFileSync(path, 'utf8')) as Manifest,
    );
    const nodeOf = new Map(
      manifests.map(({ name, engines }) => {
        const [, major, minor = 0] = /^>=(\d+)(?:\.(\d+))?$/.exec(engines.node) ?? [];
        assert.ok(major, `${name}: ${engines.node}`);
        return [name, Number(major) * 1_000 + Number(minor)];
      }),
    );
    assert.equal(nodeOf.size, 4);
    for (const { name, dependencies } of manifests) {
      for (const needed of Object.keys(dependencies)) {
        assert.ok((nodeOf.get(needed) ?? 0) <= (nodeOf.get(name) ?? 0), `${name}: ${needed}`);
      }
    }
  });
});

describe('the npm package', () => {
  it('imports on a server without throwing and registers nothing', () => {
    const printed = runInNode(`
      const { RendevInterview } = await import('@rendev/interview');
      console.log(typeof RendevInterview, RendevInterview.version);`);
    const { version } = JSON.parse(readFileSync('packages/widget/package.json', 'utf8')) as {
      version: string;
    };
    assert.equal(printed, `function ${version}`);
  });

  it('has a headless engine and a define entry that import there too', () => {
    const printed = runInNode(`
      const engine = await import('@rendev/interview/engine');
      await import('@rendev/interview/define');
      console.log(typeof engine.createSession, typeof engine.RendevError);`);
    assert.equal(printed, 'function function');
  });

  it('is one file without chunks where a page wants an integrity hash', () => {
    const single = readFileSync('packages/widget/dist/rendev-interview.single.js', 'utf8');
    assert.doesNotMatch(single, /import\s*\(|\bfrom\s*["']\.\//);
    assert.match(single, /sourceMappingURL=/);
  });
});
