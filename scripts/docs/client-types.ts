type Json = Readonly<Record<string, unknown>>;

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Routes that the client asks, by the prefix under which its paths begin. */
const DOORS = [
  { name: 'paths', under: '/api/v1', only: /^\/api\/v1\// },
  { name: 'PublicPaths', under: '', only: /^\/api\/sign-in$/ },
  { name: 'VerifierPaths', under: '', only: /^\/verify$/ },
];

/** The client's types: `paths` as openapi-fetch takes them, and the schemas that they name. */
export function clientTypes(openApi: Json): string {
  const all = openApi.paths as Record<string, Record<string, Operation>>;
  const { schemas } = openApi.components as { schemas: Record<string, Schema> };
  const doors = DOORS.map(({ name, under, only }) => {
    const routes = Object.entries(all).filter(([path]) => only.test(path));
    const lines = routes.map(([path, methods]) => pathLine(path.slice(under.length), methods));
    return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
  });
  const named = namedIn(doors.join(), schemas);
  const types = [...named]
    .sort()
    .map((name) => `export type ${name} = ${typeOf(schemas[name]!)};\n`);
  return ['// Written by npm run docs from docs/openapi.json.\n', ...doors, ...types].join('\n');
}

/** The schemas that are mentioned, and those that they mention. */
function namedIn(text: string, schemas: Readonly<Record<string, Schema>>): Set<string> {
  const found = new Set<string>();
  const queue = [text];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const [name] of next.matchAll(/\b[A-Z]\w+\b/g))
      if (schemas[name] && !found.has(name)) {
        found.add(name);
        queue.push(typeOf(schemas[name]));
      }
  return found;
}

function pathLine(path: string, methods: Readonly<Record<string, Operation>>): string {
  const lines = Object.entries(methods).map(
    ([method, operation]) => `    readonly ${method}: ${operationType(operation)};`,
  );
  return `  readonly '${path}': {\n${lines.join('\n')}\n  };`;
}

function operationType({ parameters, requestBody, responses }: Operation): string {
  const body = requestBody?.content['application/json'];
  const answers = Object.entries(responses).flatMap(([status, { content }]) =>
    content?.['application/json'] && Number(status) < 300
      ? [
          `readonly ${status}: ${contentType('application/json', content['application/json'].schema)}`,
        ]
      : [],
  );
  const problem = `readonly default: ${contentType('application/problem+json', PROBLEM)}`;
  return [
    `{ readonly parameters: ${parametersType(parameters)}`,
    ...(body ? [`readonly requestBody: ${contentType('application/json', body.schema)}`] : []),
    `readonly responses: { ${[...answers, problem].join('; ')} } }`,
  ].join('; ');
}

const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' };

const contentType = (type: string, schema: Schema): string =>
  `{ readonly content: { readonly '${type}': ${typeOf(schema)} } }`;

function parametersType(parameters: Operation['parameters']): string {
  const places = ['path', 'query'].flatMap((place) => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return [];
    const names = own.map(({ name, required, schema }) => property(name, schema, !required));
    return [`readonly ${place}${place === 'path' ? '' : '?'}: { ${names.join('; ')} }`];
  });
  const headers = 'readonly header?: Readonly<Record<string, string>>';
  return `{ ${[...places, headers].join('; ')} }`;
}

const property = (name: string, schema: Schema, isOptional: boolean): string =>
  `readonly ${name}${isOptional ? '?' : ''}: ${typeOf(schema)}`;

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!;
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const any = schema.anyOf ?? schema.oneOf;
  if (any) return any.map(typeOf).join(' | ');
  // Not readonly: openapi-fetch reads a readonly array as any object.
  if (schema.type === 'array') return `(${typeOf(schema.items ?? {})})[]`;
  if (schema.type === 'object') return objectType(schema);
  return SIMPLE[schema.type ?? ''] ?? 'unknown';
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function objectType({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    const value =
      typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
    return `Readonly<Record<string, ${value}>>`;
  }
  const lines = Object.entries(properties).map(([name, schema]) =>
    property(name, schema, !required.includes(name)),
  );
  return `{ ${lines.join('; ')} }`;
}

/** In the quotes of the code. */
const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
