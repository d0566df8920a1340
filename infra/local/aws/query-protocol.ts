interface Tree {
  [name: string]: string | Tree;
}

function plant(root: Tree, path: readonly string[], value: string): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    root[name] = value;
    return;
  }
  const branch = root[name];
  const next: Tree = typeof branch === 'object' ? branch : {};
  root[name] = next;
  plant(next, rest, value);
}

const byNumber = (tree: Tree): (string | Tree)[] =>
  Object.entries(tree)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value);

const toMap = (entries: Tree): Record<string, unknown> =>
  Object.fromEntries(
    byNumber(entries).map((entry) => {
      const { Name, Value, key, value } = entry as Tree;
      return [String(Name ?? key), simplify(Value ?? value ?? '')];
    }),
  );

function simplify(node: string | Tree): unknown {
  if (typeof node === 'string') return node;
  if (typeof node.member === 'object') return byNumber(node.member).map(simplify);
  if (typeof node.entry === 'object') return toMap(node.entry);
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, simplify(value)]));
}

/** Reads awsQuery form fields: `List.member.1` become arrays, `Map.entry.1.Name/Value` objects. */
export function parseQuery(form: string): Record<string, unknown> {
  const root: Tree = Object.create(null);
  for (const [path, value] of new URLSearchParams(form)) plant(root, path.split('.'), value);
  return simplify(root) as Record<string, unknown>;
}

/** Escapes text for XML content and attributes. */
export const escapeXml = (text: string): string =>
  text.replace(/[<>&"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Writes a plain value as awsQuery XML: list items are `<member>`, absent members nothing. */
export function toXml(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => `<member>${toXml(item)}</member>`).join('');
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `<${name}>${toXml(member)}</${name}>`)
    .join('');
}
