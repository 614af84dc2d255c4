import type { Declaration } from '../packages/manifest/schema.ts';
import { code, markdownTable } from './markdown-table.ts';

/** docs/reference/element.md, from the element's declaration in custom-elements.json. */
export function elementPage(element: Declaration): string {
  const members = (element.members ?? []).filter(
    (member) => member.privacy === undefined || member.privacy === 'public',
  );
  const shown = members.filter((member) => !member.static && member.description !== undefined);
  const ofKind = (kind: 'field' | 'method') =>
    shown
      .filter((member) => member.kind === kind)
      .map(({ name, type, description = '' }) => [code(name), code(type?.text ?? ''), description]);
  const sections: [string, string][] = [
    [
      'Attributes',
      markdownTable(
        ['attribute', 'type', 'default', 'meaning'],
        (element.attributes ?? []).map((attribute) => [
          code(attribute.name),
          code(attribute.type?.text ?? ''),
          code(attribute.default ?? ''),
          attribute.description ?? '',
        ]),
      ),
    ],
    ['Properties', markdownTable(['property', 'type', 'meaning'], ofKind('field'))],
    ['Methods', markdownTable(['method', 'type', 'meaning'], ofKind('method'))],
    [
      'Events',
      markdownTable(
        ['event', 'type', 'when'],
        (element.events ?? []).map((event) => [
          code(event.name),
          code(event.type.text),
          event.description,
        ]),
      ),
    ],
    ['Slots', described('slot', element.slots)],
    ['Parts', described('part', element.cssParts)],
    [
      'Custom properties',
      markdownTable(
        ['property', 'default', 'for'],
        (element.cssProperties ?? []).map((property) => [
          code(property.name),
          code(property.default),
          property.description,
        ]),
      ),
    ],
  ];
  const text = sections
    .filter(([, table]) => table !== '')
    .map(([heading, table]) => `## ${heading}\n\n${table}`);
  return `# \`<${element.tagName ?? ''}>\`\n\n${text.join('\n')}`;
}

const described = (head: string, all: Declaration['slots']): string =>
  markdownTable(
    [head, 'what it is'],
    (all ?? []).map(({ name, description }) => [code(name), description]),
  );
