import { isObject, type Json, type JsonObject } from '../json.ts';

/** Names that a stack's intrinsic functions can refer to. */
export type Scope = {
  ref(name: string): Json;
  attribute(logicalId: string, attribute: string): Json;
  condition(name: string): boolean;
  importValue(exportName: string): Json;
  stackOutput(stackName: string, outputName: string): Json;
  mapping(map: string, key: string, name: string): Json;
};

/** `AWS::NoValue` removes the property or element that contains it. */
export const noValue: Json = Object.freeze({ 'AWS::NoValue': true });

/** Only values that a template can contain: a resolved `undefined` never appears. */
export function resolveIntrinsics(value: Json, scope: Scope): Json {
  if (Array.isArray(value))
    return value.map((item) => resolveIntrinsics(item, scope)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const [name, argument] = Object.entries(value)[0] ?? [];
  const single = Object.keys(value).length === 1;
  if (single && name && argument !== undefined && isIntrinsic(name))
    return intrinsic(name, argument, scope);
  return resolveMembers(value, scope);
}

function resolveMembers(value: JsonObject, scope: Scope): JsonObject {
  const members = Object.entries(value).map(([key, item]): [string, Json] => [
    key,
    resolveIntrinsics(item, scope),
  ]);
  return Object.fromEntries(members.filter(([, item]) => item !== noValue));
}

const isIntrinsic = (name: string) => name === 'Ref' || name.startsWith('Fn::');

type Intrinsic = (argument: Json, scope: Scope) => Json;

const intrinsics: Record<string, Intrinsic> = {
  Ref: (argument, scope) => scope.ref(text(argument)),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...attributePath(argument)),
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(text(resolveIntrinsics(argument, scope))),
  'Fn::GetStackOutput': (argument, scope) => {
    const { StackName, OutputName } = isObject(argument) ? argument : {};
    return scope.stackOutput(text(StackName), text(OutputName));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument);
    return resolvedList(parts, scope).map(text).join(text(separator));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = resolvedList(argument, scope);
    return text(source).split(text(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = resolvedList(argument, scope);
    const item = list(items)[Number(index)];
    if (item === undefined) throw new Error(`Fn::Select: no element ${String(index)}`);
    return item;
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolveIntrinsics(argument, scope))).toString('base64'),
  'Fn::FindInMap': (argument, scope) => {
    const [map, key, name] = resolvedList(argument, scope);
    return scope.mapping(text(map), text(key), text(name));
  },
  'Fn::If': (argument, scope) => {
    const [name, whenTrue, whenFalse] = list(argument);
    const branch = scope.condition(text(name)) ? whenTrue : whenFalse;
    if (branch === undefined) throw new Error('Fn::If needs two branches');
    return resolveIntrinsics(branch, scope);
  },
};

function intrinsic(name: string, argument: Json, scope: Scope): Json {
  const apply = intrinsics[name];
  if (!apply) throw new Error(`The local target does not know the intrinsic function ${name}`);
  return apply(argument, scope);
}

function substitute(argument: Json, scope: Scope): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isObject(variables) ? variables : {};
  return text(template).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return whole.replace('!', '');
    const variable = own[name];
    if (variable !== undefined) return text(resolveIntrinsics(variable, scope));
    return text(name.includes('.') ? scope.attribute(...attributePath(name)) : scope.ref(name));
  });
}

function attributePath(argument: Json): [string, string] {
  if (Array.isArray(argument)) return [text(argument[0]), text(argument[1])];
  const [id, ...rest] = text(argument).split('.');
  return [id ?? '', rest.join('.')];
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`Expected text in the template, found ${JSON.stringify(value)}`);
}

function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`Expected a list in the template, found ${JSON.stringify(value)}`);
}

const resolvedList = (value: Json | undefined, scope: Scope) =>
  list(resolveIntrinsics(value ?? null, scope));

/** Evaluates a `Conditions` entry: Fn::Equals, Fn::And, Fn::Or, Fn::Not, Condition. */
export function evaluateCondition(condition: Json, scope: Scope): boolean {
  if (!isObject(condition)) throw new Error(`Not a condition: ${JSON.stringify(condition)}`);
  const [name, argument = null] = Object.entries(condition)[0] ?? [''];
  const all = () => list(argument).map((part) => evaluateCondition(part, scope));
  if (name === 'Condition') return scope.condition(text(argument));
  if (name === 'Fn::And') return all().every(Boolean);
  if (name === 'Fn::Or') return all().some(Boolean);
  if (name === 'Fn::Not') return !all()[0];
  if (name !== 'Fn::Equals') throw new Error(`The local target does not know condition ${name}`);
  const [left, right] = resolvedList(argument, scope);
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Names that a value refers to by Ref, Fn::GetAtt or Fn::Sub: resources that must exist before it. */
export function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, argument]) => {
    if (name === 'Ref') return [text(argument)];
    if (name === 'Fn::GetAtt') return [attributePath(argument)[0]];
    if (name === 'Fn::Sub') return [...substituted(argument), ...references(argument)];
    return references(argument);
  });
}

function substituted(argument: Json): string[] {
  const template = text(Array.isArray(argument) ? argument[0] : argument);
  return [...template.matchAll(/\$\{([^!}.][^}.]*)[^}]*\}/g)].map(([, name = '']) => name);
}
