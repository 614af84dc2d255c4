import { join } from 'node:path';
import { defineCommand } from 'citty';
import { render as renderTarget, TARGETS, type Target } from '../render/render.ts';
import type { Artifact } from '../render/artifact.ts';
import { loadConfig } from '../settings/load.ts';
import { replaceFile } from '../settings/replace-file.ts';
import { hostFindings } from '../settings/rules/host-rules.ts';
import { DEFAULT_FILE, print, refuse, refuseFindings } from './output.ts';

export const render = defineCommand({
  meta: { name: 'render', description: 'Render the files of one or more targets' },
  args: {
    file: { type: 'string', default: DEFAULT_FILE, description: 'The settings' },
    target: {
      type: 'string',
      required: true,
      description: `Comma-separated: ${TARGETS.join(', ')}`,
    },
    out: { type: 'string', description: 'Folder; each target gets one in it. Default: print' },
    here: { type: 'boolean', description: 'This machine runs coturn: check addresses and keys' },
  },
  run({ args }) {
    const names = args.target.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !isTarget(name));
    if (unknown !== undefined) {
      refuse(`There is no target ${unknown}. Targets: ${TARGETS.join(', ')}`);
      return;
    }
    const loaded = loadConfig(args.file);
    const findings = loaded.ok && args.here ? hostFindings(loaded.config.settings) : [];
    if (!loaded.ok || findings.length > 0) {
      refuseFindings(loaded.ok ? findings : loaded.findings);
      return;
    }
    const files: Artifact[] = [];
    for (const target of names.filter(isTarget)) {
      const rendered = renderTarget(target, loaded.config);
      if (!rendered.ok) {
        refuseFindings([rendered.finding]);
        return;
      }
      for (const artifact of rendered.artifacts) {
        files.push({ ...artifact, name: join(target, artifact.name) });
      }
    }
    deliver(files, args.out);
  },
});

function deliver(files: readonly Artifact[], folder: string | undefined): void {
  for (const { name, mode, text } of files) {
    if (folder !== undefined) {
      const path = join(folder, name);
      replaceFile(path, text, mode);
      print(`Wrote ${path}.`);
    } else {
      if (files.length > 1) print(`==> ${name} <==`);
      print(text);
    }
  }
}

function isTarget(name: string): name is Target {
  return TARGETS.some((target) => target === name);
}
