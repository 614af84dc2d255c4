import type * as TypeScript from 'typescript';
import type { ElementEvent } from './schema.ts';

/** The events of the element, from the interface that holds their details. */
export class EventReader {
  readonly events: ElementEvent[] = [];

  read(ts: typeof TypeScript, node: TypeScript.Node): void {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'InterviewEventDetails') return;
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const { name } = member;
      if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) continue;
      const detail = member.type.getText().replace(/\s+/g, ' ');
      const comments = ts.getJSDocCommentsAndTags(member).map(({ comment }) => comment);
      this.events.push({
        name: name.text,
        type: { text: `CustomEvent<${detail}>` },
        description: comments.filter((comment) => typeof comment === 'string').join(' '),
      });
    }
  }
}
