/** `npm run bench:setup`: from starting to join to the first picture of the other, side by side. */
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { openArena } from '../support/contenders.ts';
import { printFirstFrames } from './first-frame.ts';
import { printSix } from './six.ts';

const { values } = parseArgs({
  options: {
    /** Of two people. */
    runs: { type: 'string', default: '15' },
    /** Of six people. */
    rounds: { type: 'string', default: '8' },
  },
});

const arena = await openArena();
const browser = await launchBrowser();
try {
  if (Number(values.runs) > 0) await printFirstFrames(arena, browser, Number(values.runs));
  if (Number(values.rounds) > 0) await printSix(arena, browser, Number(values.rounds));
} finally {
  await browser.close();
  await arena.close();
}
process.exit(); // PeerServer's timers never end
