import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { transform } from 'esbuild';
import { parse as parseYaml } from 'yaml';
import type { Declaration, Manifest } from '../../scripts/packages/manifest/schema.ts';
import { BLOCKS, blocksOf, PAGES, placeOf, textOf } from './code-blocks.ts';
import { unknownToTool } from './command-help.ts';
import { unknownInMarkup, unknownInStyles } from './element-markup.ts';
import { type Requests, startRequests } from './requests.ts';
import { shellCommands } from './shell-commands.ts';
import { type Source, typeFaults } from './type-faults.ts';

const CHECKED = ['ts', 'tsx', 'js', 'vue', 'svelte', 'html', 'css', 'sh', 'json', 'yaml', 'http'];

/** Drawings and trees of files, which no tool can check. */
const TEXTS = { 'docs/architecture.md': 3, 'docs/ko/architecture.md': 1 };

/** Of the host itself, not settings of the server. */
const OF_HOSTS = ['RENDEV_API_KEY', 'RENDEV_WEBHOOK_SECRET'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

function readElement(): Declaration {
  execFileSync('npm', ['run', '--silent', 'build:manifest']);
  const text = readFileSync('packages/widget/dist/custom-elements.json', 'utf8');
  const [element] = (JSON.parse(text) as Manifest).modules.flatMap((module) => module.declarations);
  assert.ok(element);
  return element;
}

/** The commands of all shell blocks, each with its place. */
const commands = blocksOf('sh').flatMap((block) =>
  shellCommands(block.code).map((words) => ({ place: placeOf(block), words })),
);

describe('the blocks of code', () => {
  it('are in a language that is checked below, or marked as text and counted', () => {
    const texts: Record<string, number> = {};
    for (const block of BLOCKS) {
      if (block.language === 'text') texts[block.page] = (texts[block.page] ?? 0) + 1;
      else assert.ok(CHECKED.includes(block.language), `${placeOf(block)}: ${block.language}`);
    }
    assert.deepEqual(texts, TEXTS);
    assert.ok(BLOCKS.length > 50);
  });

  it('are in Korean as in English, but for what people read in them', () => {
    const english = new Set(BLOCKS.map(({ code }) => code));
    const others = blocksOf('ts', 'tsx', 'js', 'vue', 'svelte', 'json', 'http')
      .filter(({ page }) => page.startsWith('docs/ko/'))
      .filter(({ code }) => !english.has(code));
    assert.deepEqual(others.map(placeOf), []);
  });
});

describe('code', () => {
  it('has the types of the packages', () => {
    // Those of React, Svelte and Angular are compiled in projects of their own.
    const elsewhere = readFileSync('tests/packages/snippets.test.ts', 'utf8');
    for (const heading of ['React 19', 'React 18', 'Svelte', 'Angular']) {
      assert.ok(elsewhere.includes(`['${heading}', `), heading);
    }
    const sources = blocksOf('ts', 'js', 'vue')
      .filter(({ code }) => !code.includes('@angular/core'))
      .map(({ page, line, language, code }): Source => {
        const name = `${page.replaceAll(/\W/g, '-')}-${line}.${language === 'ts' ? 'ts' : 'js'}`;
        const [, script] = /<script setup>\n([\s\S]*)<\/script>/.exec(code) ?? [];
        return { name, code: script ?? code };
      });
    const states = blocksOf('css').flatMap(({ code }) =>
      [...code.matchAll(/\[state='([\w-]+)'\]/g)].map(([, state = '']) => state),
    );
    const state: Source = {
      name: 'states.ts',
      code: `import type { RendevInterview } from '@rendev/interview';
        export const states: RendevInterview['state'][] = ${JSON.stringify(states)};`,
    };
    assert.ok(sources.length >= 4 && states.length > 0);
    const book = sources.find(({ code }) => code.includes('createClient'));
    assert.ok(book);
    // And would be refused with others.
    const wrong = { name: 'wrong.ts', code: book.code.replace("'candidate'", "'applicant'") };
    const [fault = '', ...more] = typeFaults([wrong, ...sources, state]);
    assert.match(fault, /wrong\.ts[^]*applicant/);
    assert.deepEqual(more, []);
  });

  it('of JSON and YAML can be read', () => {
    for (const { code } of blocksOf('json')) JSON.parse(code);
    for (const { code } of blocksOf('yaml')) parseYaml(code);
  });
});

describe('markup and styles', () => {
  const element = readElement();

  it('use attributes, events and slots that the element has', () => {
    for (const block of blocksOf('html', 'vue')) {
      assert.deepEqual(unknownInMarkup(block.code, element), [], placeOf(block));
    }
    assert.deepEqual(unknownInMarkup('<rendev-interview colour="red">', element), ['colour']);
  });

  it('load scripts that the build makes', () => {
    const files = blocksOf('html').flatMap(({ code }) =>
      [...code.matchAll(/src="[^"]*\/(rendev-[\w.-]+\.js)"/g)].map(([, file = '']) => file),
    );
    assert.ok(files.length > 3);
    for (const file of files) assert.ok(existsSync(`packages/widget/dist/${file}`), file);
  });

  it('use custom properties and parts that the element has', async () => {
    for (const block of blocksOf('css')) {
      const { warnings } = await transform(block.code, { loader: 'css' });
      assert.deepEqual(warnings, [], placeOf(block));
    }
    for (const page of PAGES) assert.deepEqual(unknownInStyles(textOf(page), element), [], page);
    assert.deepEqual(unknownInStyles('::part(foot)', element), ['foot']);
  });
});

describe('commands', () => {
  let server: Requests;
  before(async () => {
    server = await startRequests();
  });
  after(() => server.close());

  it('are shell', () => {
    for (const { code } of blocksOf('sh')) execFileSync('bash', ['-n', '-c', code]);
  });

  it('of npm are scripts of the repository', () => {
    const inBlocks = commands.flatMap(({ words: [tool, first = '', second = ''] }) =>
      tool !== 'npm' || ['ci', 'install'].includes(first) ? [] : [first === 'run' ? second : first],
    );
    const inText = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );
    assert.ok(inBlocks.length > 5 && inText.length > 5);
    for (const name of [...inBlocks, ...inText]) assert.ok(name in scripts, name);
  });

  it('of ours have such commands and options', () => {
    const isTool = (word: string): boolean => /^rendev-(signal|turn)$/.test(word);
    const inBlocks = commands
      .filter(({ words }) => words.some(isTool) && !words.includes('systemctl'))
      .map(({ place, words }) => ({ place, words: words.slice(words.findIndex(isTool)) }));
    const inText = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/`(?:npx )?(rendev-(?:signal|turn) [^`]+)`/g)].map(
        ([, text = '']) => ({ place: page, words: text.split(/\s+/) }),
      ),
    );
    assert.ok(inBlocks.length > 10 && inText.length > 10);
    for (const { place, words } of [...inBlocks, ...inText]) {
      const [tool = '', ...rest] = words;
      assert.deepEqual(unknownToTool(tool, rest), [], `${place}: ${words.join(' ')}`);
    }
    assert.deepEqual(unknownToTool('rendev-signal', ['host', 'add', '--sites', 'x']), ['--sites']);
    assert.deepEqual(unknownToTool('rendev-turn', ['repair']), ['repair']);
  });

  it('of curl are answered by a server', async () => {
    const asked = commands.filter(({ words: [tool] }) => tool === 'curl');
    assert.ok(asked.length > 3);
    for (const { place, words } of asked) {
      const { status, body } = await server.ask(words);
      assert.ok(status === 200 || status === 201, `${place}: ${JSON.stringify(body)}`);
    }
  });
});

describe('settings', () => {
  const source = readFileSync('packages/signal-server/src/config.ts', 'utf8');
  const settings = [...source.matchAll(/^ {2}(RENDEV_\w+): Type/gm)].map(([, name = '']) => name);

  it('that pages name are those of the server', () => {
    const known = [...settings, ...OF_HOSTS];
    for (const page of PAGES) {
      const named = [...textOf(page).matchAll(/RENDEV_[A-Z_]+/g)].map(([name]) => name);
      assert.deepEqual(
        named.filter((name) => !known.includes(name)),
        [],
        page,
      );
    }
  });

  it('are all explained, in both languages', () => {
    for (const folder of ['docs', 'docs/ko']) {
      const text = textOf(`${folder}/self-hosting.md`) + textOf(`${folder}/turn.md`);
      for (const name of settings) assert.ok(text.includes(`| \`${name}\``), `${folder}: ${name}`);
    }
  });
});
