import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { interviewManifest } from './interview-manifest.ts';

const outdir = 'packages/widget/dist';

/** What editors and documentation know of the element: custom-elements.json and what is made from it. */
export default {
  globs: [
    'packages/widget/src/elements/interview/interview.ts',
    'packages/widget/src/elements/base/rendev-element.ts',
    'packages/widget/src/events/interview-events.ts',
  ],
  outdir,
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [
    interviewManifest(),
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, hideLogs: true, packageJson: false }),
  ],
};
