import type { Plugin } from 'rolldown';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly declaration?: Node;
  readonly declarations?: readonly { readonly init?: Node }[];
}

/** Calls that a module's top level names the result of. */
const namedCalls = (body: readonly Node[]): Node[] =>
  body
    .map((statement) => statement.declaration ?? statement)
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));

/** Contracts make schemas and do nothing else: those by which a function parses nothing are left out. */
export const unusedContracts: Plugin = {
  name: 'unused-contracts',
  transform: {
    filter: { id: /\/shared\/contract\/[\w-]+\.ts$/ },
    handler(code) {
      const { body } = this.parse(code, { lang: 'ts' }) as unknown as { body: Node[] };
      let marked = code;
      for (const { start, end } of namedCalls(body).reverse())
        marked = `${marked.slice(0, start)}/*@__PURE__*/ (() => ${marked.slice(start, end)})()${marked.slice(end)}`;
      return { code: marked, map: null };
    },
  },
};
