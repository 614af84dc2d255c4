import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { BROWSER_STAGE } from './scripts/test/stages.ts';

/** Unit and component tests of the widget, in the system's Chromium with fake devices. */
export default {
  rootDir: import.meta.dirname,
  files: [...BROWSER_STAGE],
  nodeResolve: { browser: true, exportConditions: ['rendev-source', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: `${import.meta.dirname}/packages/widget/tsconfig.json`,
    }),
  ],
  browsers: [
    playwrightLauncher({
      launchOptions: {
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream=device-count=2',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--autoplay-policy=no-user-gesture-required',
        ],
      },
    }),
  ],
  concurrency: 2,
  // Generous, as they only end what hangs: a busy machine is no failure.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
};
