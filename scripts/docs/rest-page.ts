import { code, markdownTable } from './markdown-table.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** As much of an OpenAPI document as the page shows. */
export interface OpenApi {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** docs/reference/rest.md. */
export function restPage({ tags, paths }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    const heading = name.charAt(0).toUpperCase() + name.slice(1);
    return `## ${heading}\n\n${description}.\n\n${own.map(describeOperation).join('\n')}`;
  });
  return `# REST reference

Made from the OpenAPI document, which every server has at \`/openapi.json\`, and to try out at \`/docs\`. What a schema
cannot say is in [REST for the back end](../rest.md). Refusals are problem details; see [Errors](./errors.md).

${sections.join('\n')}`;
}

function describeOperation(entry: { path: string; method: string; operation: Operation }): string {
  const { summary, description, security, parameters, requestBody, responses } = entry.operation;
  const rows = (parameters ?? []).map((parameter) => [
    code(parameter.name),
    parameter.in,
    code(typeOf(parameter.schema)),
    parameter.required ? 'yes' : '',
    parameter.description ?? parameter.schema.description ?? '',
  ]);
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2') || status.startsWith('3'))
    .map(([status, answer]) => `Answers ${status}${sentenceOf(answer)}.\n`);
  return [
    `### ${summary}`,
    `\`${entry.method.toUpperCase()} ${entry.path}\`${security ? ', with the API key' : ', public'}`,
    description,
    markdownTable(['parameter', 'in', 'type', 'required', 'meaning'], rows),
    fieldsOf(requestBody),
    answers.join('\n'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${part ?? ''}\n`)
    .join('\n');
}

const schemaOf = (content: Content | undefined): Schema | undefined =>
  Object.values(content?.content ?? {})[0]?.schema;

/** The fields of a body; of one that may have several shapes, all of them. */
function fieldsOf(content: Content | undefined): string {
  const schema = schemaOf(content);
  const shapes = schema?.anyOf ?? (schema ? [schema] : []);
  return shapes
    .map(({ properties = {}, required = [] }) =>
      markdownTable(
        ['field', 'type', 'required', 'meaning'],
        Object.entries(properties).map(([name, field]) => [
          code(name),
          code(typeOf(field)),
          required.includes(name) ? 'yes' : '',
          field.description ?? '',
        ]),
      ),
    )
    .join('\nor\n\n');
}

function sentenceOf(content: Content): string {
  const names = Object.keys(schemaOf(content)?.properties ?? {});
  return names.length > 0 ? ` with ${names.map(code).join(', ')}` : '';
}

function typeOf(schema: Schema): string {
  const { const: value, anyOf, items, properties, type = 'any' } = schema;
  if (value !== undefined) return JSON.stringify(value);
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' | ');
  if (items) {
    const item = typeOf(items);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  return properties ? `{ ${Object.keys(properties).join(', ')} }` : type;
}
