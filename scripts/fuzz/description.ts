import { readFileSync } from 'node:fs';

/** The subset of JSON Schema that zod generates. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Response {
  readonly content?: Content;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly door: 'sender' | 'machine' | 'signer' | 'verifier';
  /** Whether a token or a session is required. */
  readonly isGuarded: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
  }[];
  readonly body: Schema | undefined;
  readonly responses: Readonly<Record<string, Response>>;
}

interface Written {
  readonly operationId: string;
  readonly tags: readonly [Operation['door']];
  readonly security?: unknown;
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Operation['responses'];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const FILE = new URL('../../docs/openapi.json', import.meta.url);
const DESCRIPTION: Description = JSON.parse(readFileSync(FILE, 'utf8'));

/** All operations in docs/openapi.json. */
export const OPERATIONS: readonly Operation[] = Object.entries(DESCRIPTION.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, written]) => ({
      method: method.toUpperCase(),
      path,
      operationId: written.operationId,
      door: written.tags[0],
      isGuarded: written.security !== undefined,
      parameters: written.parameters ?? [],
      body: written.requestBody?.content['application/json']?.schema,
      responses: written.responses,
    })),
);

/** Resolves a `$ref`. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? DESCRIPTION.components.schemas[name]! : schema;
}
