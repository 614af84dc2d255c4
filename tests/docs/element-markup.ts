import type { Declaration } from '../../scripts/packages/manifest/schema.ts';

/** Attributes that every element has. */
const GLOBAL = ['id', 'class', 'style', 'slot', 'hidden', 'dir'];

const namesOf = (all: readonly { readonly name: string }[] | undefined): string[] =>
  (all ?? []).map(({ name }) => name);

/** What the element does not know of a piece of HTML or of a Vue template. */
export function unknownInMarkup(markup: string, element: Declaration): string[] {
  const attributes = [
    ...GLOBAL,
    ...namesOf(element.attributes),
    ...namesOf(element.events).map((event) => `@${event}`),
  ];
  const used = [...markup.matchAll(/<rendev-interview\b([^>]*)>/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/([@:\w-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name),
  );
  const slots = [...markup.matchAll(/slot="([^"]+)"/g)].map(([, name = '']) => name);
  return [
    ...used.filter((name) => !attributes.includes(name)),
    ...slots.filter((name) => !namesOf(element.slots).includes(name)),
  ];
}

/** What the element does not know of a style sheet: custom properties and parts. */
export function unknownInStyles(css: string, element: Declaration): string[] {
  const every = (pattern: RegExp): string[] =>
    [...css.matchAll(pattern)].map(([, name = '']) => name);
  return [
    ...every(/(--rendev-[\w-]+)/g).filter((name) => !namesOf(element.cssProperties).includes(name)),
    ...every(/::part\(([\w-]+)\)/g).filter((name) => !namesOf(element.cssParts).includes(name)),
  ];
}
