import type * as TypeScript from 'typescript';
import { EventReader } from './event-reader.ts';
import type { Attribute, Declaration, Manifest, Member } from './schema.ts';
import { cssProperties, parts, slots } from './theming-tables.ts';

const TAG = 'rendev-interview';
const CLASS = 'RendevInterview';
const MODULE = 'dist/npm/elements/interview/interview.js';

/** Public by the rules of JavaScript alone, and no business of hosts. */
const INTERNAL = new Set(['panel', 'uses', 'focusHeading', 'headingText', 'addEventListener']);

const isPublic = ({ name, privacy, static: isStatic }: Member): boolean =>
  (privacy ?? 'public') === 'public' && isStatic !== true && !INTERNAL.has(name);

/** Written by the element alone, for the host's styles. */
const STATE: Attribute = {
  name: 'state',
  description: 'Read only: where the person is. Style by it.',
  type: { text: "SessionState['name']" },
};

/** The analyzer takes the static one of the same name for it. */
const VERSION: Member = {
  kind: 'field',
  name: 'version',
  description: 'Of the package.',
  type: { text: 'string' },
};

function find(manifest: Manifest, name: string): Declaration {
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const found = declarations.find((declaration) => declaration.name === name);
  if (found === undefined) throw new Error(`The manifest has no ${name}`);
  return found;
}

/**
 * Plugin of the analyzer: leaves the one public element, with the events from their interface, and parts,
 * slots and custom properties from docs/theming.md, which a test holds against the element itself.
 */
export function interviewManifest() {
  const reader = new EventReader();
  return {
    name: 'interview-manifest',
    analyzePhase({ ts, node }: { ts: typeof TypeScript; node: TypeScript.Node }) {
      reader.read(ts, node);
    },
    packageLinkPhase({ customElementsManifest: manifest }: { customElementsManifest: Manifest }) {
      const element = find(manifest, CLASS);
      const base = find(manifest, 'RendevElement');
      const own = [...(element.members ?? []), ...(base.members ?? [])].filter(isPublic);
      const named = new Map(own.toReversed().map((member) => [member.name, member]));
      element.members = [...[...named.values()].toReversed(), VERSION];
      const attributes = [...(element.attributes ?? []), ...(base.attributes ?? [])];
      const settable = attributes.filter(({ fieldName }) => named.has(fieldName ?? ''));
      const byName = new Map(settable.map((attribute) => [attribute.name, attribute]));
      element.attributes = [...byName.values(), STATE];
      element.events = reader.events;
      element.slots = slots();
      element.cssParts = parts();
      element.cssProperties = cssProperties();
      element.tagName = TAG;
      element.superclass = { name: 'LitElement', package: 'lit' };
      const declaration = { name: CLASS, module: MODULE };
      manifest.modules = [
        {
          kind: 'javascript-module',
          path: MODULE,
          declarations: [element],
          exports: [
            { kind: 'js', name: CLASS, declaration },
            { kind: 'custom-element-definition', name: TAG, declaration },
          ],
        },
      ];
    },
  };
}
