import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { refusingServers } from '../src/doctor/refusing-servers.ts';
import { makeLab, SECRET, start, type Lab } from './support/lab.ts';
import { run } from './support/run.ts';

const NEW = 'Zq8wE5rT2yU9iO6pA3sD7fG4hJ1kL0xC';

describe('a secret that coturn is given while it runs', () => {
  it('is refused before, accepted after, and leaves the old one alone', async (context) => {
    const lab = await makeLab(context);
    const coturn = await start(context, lab);
    const url = `turn:${lab.local}:${lab.settings.ports.plain}?transport=udp at ${lab.local}`;
    assert.deepEqual(await refusing(lab, SECRET), []);
    assert.deepEqual(await refusing(lab, NEW), [url]);

    // What the first step of `rendev-turn rotate` tells to do on each server.
    const args = [`--set-secret=${NEW}`, `--realm=${lab.settings.realm}`];
    const { code, stdout } = run('coturn', 'turnadmin', [...args, `--db=${coturn.database}`]);
    assert.equal(code, 0, stdout);
    while ((await refusing(lab, NEW)).length > 0) {
      await delay(50, undefined, { signal: context.signal });
    }
    assert.deepEqual(await refusing(lab, SECRET), []);
  });
});

function refusing(lab: Lab, secret: string): Promise<string[]> {
  return refusingServers({ ...lab.settings, hostname: lab.local }, secret);
}
