/** `npm test`: every test of the repository but those of `npm run test:packages`, one line of totals at the end. */
import { runBrowserTests } from './browser-tests.ts';
import { runNodeTests } from './node-tests.ts';
import { NODE_STAGES } from './stages.ts';
import { add, noTotals, type Totals } from './totals.ts';

const stages: readonly (readonly [string, () => Promise<Totals>])[] = [
  ['packages', () => runNodeTests(NODE_STAGES.packages, 2)],
  ['security', () => runNodeTests(NODE_STAGES.security, 1)],
  ['browser', runBrowserTests],
  ['screens', () => runNodeTests(NODE_STAGES.screens, 2)],
  ['end to end', () => runNodeTests(NODE_STAGES['end to end'], 1)],
];

const only = process.argv.slice(2);
const totals = noTotals();
for (const [name, runStage] of stages) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n== ${name}`);
  add(totals, await runStage());
}

for (const name of totals.skipped) console.log(`skipped: ${name}`);
for (const name of totals.failures) console.log(`failed: ${name}`);
const skipped = totals.skipped.length > 0 ? `, ${totals.skipped.length} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
