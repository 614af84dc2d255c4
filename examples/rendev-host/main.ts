/** `npm run example -- rendev-host`: the site, an interview server and a mail catcher. */
import { startExample } from './start.ts';

const PORT = 3000;

const example = await startExample({
  port: PORT,
  serverPort: PORT + 1,
  folder: '.demo/rendev-host',
}).catch((error: unknown) => {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  console.error(`Port ${PORT} or ${PORT + 1} is taken by another program.`);
  process.exit(1);
});
const { owner, applicant, url } = example;
console.log(`
  ${owner.nickname}, who owns the projects   ${example.pageOf(owner)}
  ${applicant.nickname}, who applies             ${example.pageOf(applicant)}
  The mails                  ${url}/mails

  Open the first two in two browser tabs, and let ${applicant.nickname} book a time. Press Ctrl-C to end.
`);
const stop = (): void => {
  void example.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
