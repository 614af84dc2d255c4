#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { doctor } from './doctor.ts';
import { init } from './init.ts';
import { render } from './render.ts';
import { rotate } from './rotate.ts';
import { size } from './size.ts';

const main = defineCommand({
  meta: { name: 'rendev-turn', description: 'A coturn server that connects everyone, safely' },
  subCommands: { init, render, rotate, doctor, size },
});

await runMain(main);
