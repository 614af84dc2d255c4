import { defineCommand } from 'citty';
import { refusingServers } from '../doctor/refusing-servers.ts';
import { advanceRotation, type Advanced } from '../rotation/rotation.ts';
import { DEFAULT_FILE, print, refuse, refuseFindings } from './output.ts';

export const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Change the secret, one step for each call of the command' },
  args: {
    file: { type: 'string', default: DEFAULT_FILE, description: 'The settings' },
    'skip-probe': {
      type: 'boolean',
      description: 'Switch without asking the servers whether they know the new secret',
    },
  },
  async run({ args }) {
    report(
      await advanceRotation({
        file: args.file,
        now: Date.now(),
        refusingServers: args['skip-probe'] ? () => Promise.resolve([]) : refusingServers,
      }),
    );
  },
});

function report(advanced: Advanced): void {
  if (!advanced.ok) {
    switch (advanced.reason) {
      case 'invalid':
        refuseFindings(advanced.findings);
        return;
      case 'rotation-unreadable':
        refuse(
          `${advanced.file} cannot be read. Remove it to begin anew; secrets stay as they are.`,
        );
        return;
      case 'not-accepted':
        refuse(
          `The secret ${advanced.to} is not accepted yet by ${advanced.uris.join(', ')}.\n` +
            'Install it there (see the step before), then run rendev-turn rotate again.',
        );
        return;
    }
  }
  const { from, to } = advanced;
  switch (advanced.done) {
    case 'added':
      print(`1 of 4. Added ${to}; ${from} still signs. Now let every server accept both:
  without a restart, on each:  turnadmin --set-secret="$(cat ${advanced.secretFile})" --realm=${advanced.realm}
  and render turnserver.conf anew for its next start. Then: rendev-turn rotate`);
      return;
    case 'switched':
      print(`2 of 4. ${to} signs. Give it to the signal server: write RENDEV_TURN_SECRET_FILE and send
SIGHUP, or render --target env and restart; calls go on. Then: rendev-turn rotate`);
      return;
    case 'waiting':
      print(`3 of 4. Waiting until credentials signed with ${from} have ended:
  ${new Date(advanced.untilMs).toISOString()}. Then: rendev-turn rotate`);
      return;
    case 'removed':
      print(`4 of 4. Removed ${from}. On each server: turnadmin --delete-secret=..., and render
turnserver.conf anew; the old secret ends with the next restart of coturn.`);
  }
}
