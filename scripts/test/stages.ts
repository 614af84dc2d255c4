/** What `npm test` runs, as globs from the root of the repository. tests/stages.test.ts holds it complete. */
export const NODE_STAGES = {
  packages: ['packages/{protocol,signal-server,turn-config}/**/*.test.ts'],
  security: ['tests/security/**/*.test.ts'],
  screens: ['tests/{ui,visual}/**/*.test.ts'],
  // Several browsers, servers and networks each: one after the other on a small machine.
  'end to end': [
    'tests/*.test.ts',
    'tests/packages/manifest.test.ts',
    'tests/{cluster,cross-browser,docs,e2e,faults,hosts,leaks,nat,relay,rendev-host}/**/*.test.ts',
  ],
} as const;

/** In the page of a browser, see web-test-runner.config.mjs. */
export const BROWSER_STAGE = ['packages/widget/src/**/*.test.ts'] as const;

/** They install from the registry and need the whole build: `npm run test:packages`. */
export const APART = ['tests/packages/{plain,frameworks,snippets}.test.ts'] as const;
