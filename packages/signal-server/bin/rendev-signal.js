#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// The next start finds what this one compiled.
enableCompileCache();
// What a start throws away makes the heap's nursery grow to what a busy server needs, for good: it may
// grow once the program serves.
setFlagsFromString('--semi-space-growth-factor=1');
await import('../dist/cli/main.js');
