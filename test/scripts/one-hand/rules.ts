import { parseAst } from 'rolldown/parseAst';

/** ESTree with TypeScript's nodes, as Oxc parses it; `start` and `end` in UTF-16 units. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: each node type has members of its own
  readonly [member: string]: any;
}

/** @returns whether the node breaks the rule; `parents` from the nearest outwards */
type Rule = (node: Node, parents: readonly Node[]) => boolean;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void) {
  function enter(each: Node, parents: readonly Node[]) {
    visit(each, parents);
    const inside = [each, ...parents];
    for (const value of Object.values(each).flat()) if (isNode(value)) enter(value, inside);
  }
  enter(node, []);
}

function has(node: Node, wanted: (node: Node, parents: readonly Node[]) => boolean): boolean {
  let found = false;
  walk(node, (each, parents) => {
    found ||= wanted(each, parents);
  });
  return found;
}

/** `function` and methods bind `this` and may be generators; an arrow cannot. */
const isBound = (fn: Node): boolean =>
  fn.generator || has(fn, ({ type, name }) => type === 'ThisExpression' || name === 'this');

const isOneExpression = ({ body }: Node): boolean =>
  body?.body.length === 1 && body.body[0].type === 'ReturnStatement' && body.body[0].argument;

const isArrow = (node: Node | undefined): boolean => node?.type === 'ArrowFunctionExpression';

const arrowWithStatements: Rule = ({ type, kind, declarations }) =>
  type === 'VariableDeclaration' &&
  kind === 'const' &&
  declarations.some(
    ({ id, init }: Node) =>
      isArrow(init) &&
      init.body.type === 'BlockStatement' &&
      !id.typeAnnotation &&
      !has(init, (node) => node.type === 'ThisExpression'),
  );

/** Implementations of overloads and assertion functions can only be declarations. */
const functionOfOneExpression: Rule = (node, [parent, outer]) =>
  node.type === 'FunctionDeclaration' &&
  isOneExpression(node) &&
  !isBound(node) &&
  !node.returnType?.typeAnnotation.asserts &&
  ![parent, outer]
    .flatMap((each) => each?.body ?? [])
    .some(
      (each: Node) =>
        (each.declaration ?? each).type === 'TSDeclareFunction' &&
        (each.declaration ?? each).id.name === node.id.name,
    );

const shorthandMethod: Rule = (node, [parent]) =>
  node.type === 'Property' &&
  node.method &&
  parent?.type === 'ObjectExpression' &&
  !isBound(node.value);

const isNamedType = ({ type }: Node) =>
  type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration';

/** The type argument of `Extract<…>` and `Exclude<…>` is a pattern, not a shape. */
const isPattern = ({ type, typeName }: Node) =>
  type === 'TSTypeReference' && /^(Extract|Exclude)$/.test(typeName.name);

/** Members that some source writes to: `x.name = …`, `x.name.push(…)`. */
export function writtenNames(program: Node): readonly string[] {
  const names: string[] = [];
  walk(program, (node, parents) => {
    if (node.type === 'MemberExpression' && isWrittenTo(node, parents)) names.push(nameOf(node));
  });
  return names;
}

const nameOf = ({ property }: Node): string => property.name ?? property.value;

const MUTATING = /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

const isWrittenTo = (node: Node, [parent, outer]: readonly Node[]): boolean =>
  (parent?.type === 'AssignmentExpression' && parent.left === node) ||
  parent?.type === 'ArrayPattern' ||
  parent?.type === 'UpdateExpression' ||
  (parent?.type === 'UnaryExpression' && parent.operator === 'delete') ||
  (parent?.type === 'MemberExpression' &&
    parent.object === node &&
    ((MUTATING.test(parent.property.name) && outer?.type === 'CallExpression') ||
      (parent.computed && outer?.type === 'AssignmentExpression' && outer.left === parent)));

const isMutableList = (annotation: Node | undefined): boolean =>
  annotation?.typeAnnotation.type === 'TSArrayType';

const writableProperty =
  (written: ReadonlySet<string>): Rule =>
  (node, parents) =>
    node.type === 'TSPropertySignature' &&
    parents.some(isNamedType) &&
    !parents.some(isPattern) &&
    !node.readonly &&
    !written.has(node.key.name ?? node.key.value);

const readonlyInPassing: Rule = (node, parents) =>
  node.type === 'TSPropertySignature' && node.readonly && !parents.some(isNamedType);

const writableList: Rule = (node) => {
  if (!node.body || !Array.isArray(node.params)) return false;
  return node.params.some((parameter: Node) => {
    const target = parameter.argument ?? parameter.left ?? parameter;
    if (!isMutableList(parameter.typeAnnotation ?? target.typeAnnotation)) return false;
    const isTarget = ({ type, name }: Node) => type === 'Identifier' && name === target.name;
    const isFilled = (each: Node, around: readonly Node[]) =>
      isTarget(each) && (isWrittenTo(each, around) || isHandedOn(each, around));
    return !has(node.body, isFilled);
  });
};

/** Excluded: an argument of a function that fills it; one that only reads declares `readonly` itself. */
const isHandedOn = (node: Node, [parent]: readonly Node[]): boolean =>
  parent?.type === 'CallExpression' && parent.arguments.includes(node);

export const rules = (written: ReadonlySet<string>): Readonly<Record<string, Rule>> => ({
  'a named function with statements is a declaration': arrowWithStatements,
  'a function of one expression is an arrow': functionOfOneExpression,
  'an operation of an object is a property': shorthandMethod,
  'a property of a named type is readonly unless it is written to': writableProperty(written),
  'a shape written in passing has no readonly': readonlyInPassing,
  'a list that a function only reads is readonly': writableList,
});

export const parse = (file: string, source: string): Node =>
  parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts', astType: 'ts' }) as unknown as Node;

/** @returns the lines that break the rule, from 1 */
export function linesAgainst(rule: Rule, program: Node, source: string): readonly number[] {
  const lines: number[] = [];
  walk(program, (node, parents) => {
    if (rule(node, parents)) lines.push(source.slice(0, node.start).split('\n').length);
  });
  return lines;
}
