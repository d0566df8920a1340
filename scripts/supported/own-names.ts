import type { AnyNode } from 'acorn';

/** Names that a script declares, defines as properties, or polyfills by `provide(Map.prototype, 'name', …)`. */
export function ownNames(nodes: readonly { node: AnyNode; role: string }[]) {
  const own = {
    variables: new Set<string>(),
    properties: new Set<string>(),
    provided: new Set<string>(),
  };
  for (const { node, role } of nodes) {
    if (node.type === 'Identifier' && role === 'VariablePattern') own.variables.add(node.name);
    if (/^Import\w*Specifier$/.test(node.type)) own.variables.add(localName(node));
    for (const name of definedBy(node)) own.properties.add(name);
    for (const name of providedBy(node)) own.provided.add(name);
  }
  return own;
}

const localName = (node: AnyNode): string =>
  'local' in node && 'name' in node.local ? node.local.name : '';

function definedBy(node: AnyNode): string[] {
  switch (node.type) {
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return nameOf(node.key);
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' ? nameOf(node.left.property) : [];
    default:
      return [];
  }
}

const nameOf = (key: AnyNode): string[] => (key.type === 'Identifier' ? [key.name] : []);

function providedBy(node: AnyNode): string[] {
  if (node.type !== 'CallExpression') return [];
  const [, name] = node.arguments;
  const text = name && textOf(name);
  return text ? [text] : [];
}

/** The value of a string, or of a template without expressions, which a minifier may write instead. */
export function textOf(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0
    ? (node.quasis[0]?.value.cooked ?? undefined)
    : undefined;
}
