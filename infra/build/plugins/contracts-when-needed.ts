import { join } from 'node:path';
import type { Plugin } from 'rolldown';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly declaration?: Node;
  readonly declarations?: readonly (Node & { readonly id: Node; readonly init?: Node })[];
  readonly callee?: Node;
  readonly object?: Node;
}

interface NamedCall {
  readonly name: string;
  readonly call: Node;
}

/** Calls assigned to a constant at a module's top level. */
const namedCalls = (body: readonly Node[]): NamedCall[] =>
  body
    .map((statement) => statement.declaration ?? statement)
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ id, init }) =>
      init?.type === 'CallExpression' ? [{ name: id.name ?? '', call: init }] : [],
    );

/** The root of a call chain: `z` in `z.string().min(1)`. */
function rootOf({ callee, object, name }: Node): string {
  const from = callee ?? object;
  return from ? rootOf(from) : (name ?? '');
}

/** A schema comes from `z` or derives from another schema. */
function schemasAmong(calls: readonly NamedCall[]): Set<string> {
  const roots = new Set(['z']);
  for (const { name, call } of calls) if (name && roots.has(rootOf(call))) roots.add(name);
  return roots;
}

const WHEN_NEEDED = join(import.meta.dirname, '../replacements/schema-when-needed.ts');

/**
 * Contracts make schemas and do nothing else: those by which a function parses nothing are left out, and
 * each other is made when something is first parsed by it. All of a door at once would be a quarter of
 * its cold start, and one request needs two.
 */
export const contractsWhenNeeded: Plugin = {
  name: 'contracts-when-needed',
  transform: {
    filter: { id: /\/shared\/contract\/[\w-]+\.ts$/ },
    handler(code) {
      const { body } = this.parse(code, { lang: 'ts' }) as unknown as { body: readonly Node[] };
      const calls = namedCalls(body);
      const schemas = schemasAmong(calls);
      let marked = code;
      for (const { name, call } of calls.reverse()) {
        const { start, end } = call;
        const made = `() => ${marked.slice(start, end)}`;
        const marks = schemas.has(name) ? `schemaWhenNeeded(${made})` : `(${made})()`;
        marked = `${marked.slice(0, start)}/*@__PURE__*/ ${marks}${marked.slice(end)}`;
      }
      const imported = `import { schemaWhenNeeded } from ${JSON.stringify(WHEN_NEEDED)};\n`;
      return { code: imported + marked, map: null };
    },
  },
};
