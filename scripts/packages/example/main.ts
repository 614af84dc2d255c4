/**
 * `npm run example -- react`: a host's project, built from our packages, beside a server with a booked
 * interview. `rendev-host` is a host with a back end, and books by itself.
 */
import { resolve } from 'node:path';
import { startDemoFor } from '../../demo/demo.ts';
import { serveBuilt } from '../built-page.ts';
import { buildProject, setUpProject } from '../host-project.ts';

/** Where each framework's build puts the site. */
const SITES: Readonly<Record<string, string>> = {
  react: 'dist',
  'react-18': 'dist',
  vue: 'dist',
  next: 'out',
};
const PORT = 3000;

const [name = ''] = process.argv.slice(2);
const site = SITES[name];
if (name === 'rendev-host') {
  await import('../../../examples/rendev-host/main.ts');
} else if (site === undefined) {
  console.error(
    `Which example? npm run example -- ${[...Object.keys(SITES), 'rendev-host'].join(' | ')}`,
  );
  process.exit(2);
} else {
  await startBuilt(site);
}

async function startBuilt(site: string): Promise<void> {
  const folder = resolve('.demo', name);
  console.log(`Installing and building examples/${name} in .demo/${name} ...`);
  await setUpProject(`examples/${name}`, folder);
  await buildProject(folder);
  const demo = await startDemoFor(await serveBuilt(resolve(folder, site), PORT), {
    port: PORT,
    serverPort: PORT + 1,
    lang: 'ko',
    synthetic: false,
    folder: '.demo',
  });
  console.log(`
  Interviewer     ${demo.interviewerUrl}
  Candidate       ${demo.candidateUrl}

  Open the two links in two browser tabs. Press Ctrl-C to end.
`);
  const stop = (): void => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
