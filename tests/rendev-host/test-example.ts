import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Example, startExample } from '../../examples/rendev-host/start.ts';

/** The example on free ports, with stores that are thrown away. */
export async function startTestExample(): Promise<Example> {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-host-'));
  const example = await startExample({ port: 0, serverPort: 0, folder });
  return {
    ...example,
    close: async () => {
      await example.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
