import { type AnyNode, type MemberExpression, parse } from 'acorn';
import { full } from 'acorn-walk';
import { type Missing, missing } from './missing.ts';
import { ownNames, textOf } from './own-names.ts';
import { webPlatform } from './web-platform.ts';

/** The newest syntax that Safari 17.0, Firefox 128 and Chrome 111 all support. */
const SYNTAX = 2022;

/**
 * Features of the language and the web platform that a script uses and a supported browser lacks. Types are not
 * known: a property counts if every property of that name is unsupported, or if its object is named; it does not
 * count if the script defines it itself, polyfills it, or tests for it before the call.
 */
export function missingInScript(source: string): Missing[] {
  const nodes: { node: AnyNode; role: string }[] = [];
  try {
    const program = parse(source, { ecmaVersion: SYNTAX, sourceType: 'module' });
    full(program, (node, _, role) => nodes.push({ node: node as AnyNode, role }));
  } catch (error) {
    return [{ feature: `syntax of ES${SYNTAX}: ${error}`, lackedBy: ['some'] }];
  }
  const own = ownNames(nodes);
  const isOwn = (name: string) => own.variables.has(name) || own.provided.has(name);
  const guarded = new Set(nodes.flatMap(({ node }) => askedFor(node)));
  const found = new Map<string, Missing>();
  for (const { node, role } of nodes) {
    if (guarded.has(node)) continue;
    if (node.type === 'Identifier' && role === 'Identifier' && !isOwn(node.name))
      missing(found, node.name, webPlatform.global(node.name));
    if (node.type === 'MemberExpression') checkProperty(found, node, own);
  }
  return [...found.values()];
}

/** Names that are tested for, or called only if present. */
function askedFor(node: AnyNode): AnyNode[] {
  if (node.type === 'CallExpression' && node.optional) return [node.callee];
  return node.type === 'UnaryExpression' && node.operator === 'typeof' ? [node.argument] : [];
}

function checkProperty(
  found: Map<string, Missing>,
  node: MemberExpression,
  own: ReturnType<typeof ownNames>,
): void {
  const name = propertyOf(node);
  if (!name || own.provided.has(name)) return;
  const holder = holderOf(node);
  const known = holder && !own.variables.has(holder) ? webPlatform.own(holder, name) : undefined;
  if (known) missing(found, `${holder}.${name}`, known);
  if (known || own.properties.has(name)) return;
  const all = webPlatform.named(name);
  missing(found, `${all.holder}.${name}`, all.lackedBy);
}

function propertyOf({ property, computed }: MemberExpression): string | undefined {
  if (computed) return textOf(property);
  return property.type === 'Identifier' ? property.name : undefined;
}

/** `Map` of `Map.groupBy` and of `Map.prototype.get`. */
function holderOf({ object }: MemberExpression): string | undefined {
  if (object.type === 'Identifier') return object.name;
  const prototype = object.type === 'MemberExpression' && propertyOf(object) === 'prototype';
  return prototype && object.object.type === 'Identifier' ? object.object.name : undefined;
}
