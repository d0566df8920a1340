import { AwsError } from '../aws/aws-error.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** An EventBridge pattern: fields hold lists of alternatives or nested patterns. */
export type EventPattern = JsonObject;

type Matcher = (argument: Json, value: Json | undefined) => boolean;

const isScalar = (value: Json | undefined): value is null | boolean | number | string =>
  value === null || ['boolean', 'number', 'string'].includes(typeof value);

const text =
  (check: (value: string, argument: string) => boolean): Matcher =>
  (argument, value) =>
    typeof argument === 'string' && typeof value === 'string' && check(value, argument);

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const numeric: Matcher = (argument, value) => {
  if (!Array.isArray(argument) || typeof value !== 'number') return false;
  for (let index = 0; index < argument.length; index += 2) {
    const compare = comparisons[String(argument[index])];
    if (!compare?.(value, Number(argument[index + 1]))) return false;
  }
  return true;
};

const anythingBut: Matcher = (argument, value) =>
  value !== undefined && ![argument].flat().some((excluded) => matchesOne(excluded, value));

const matchers: Record<string, Matcher> = {
  prefix: text((value, start) => value.startsWith(start)),
  suffix: text((value, end) => value.endsWith(end)),
  'equals-ignore-case': text((value, other) => value.toLowerCase() === other.toLowerCase()),
  exists: (argument, value) => (value !== undefined) === argument,
  numeric,
  'anything-but': anythingBut,
};

function matchesOne(alternative: Json, value: Json | undefined): boolean {
  if (!isObject(alternative)) return alternative === value;
  const [name = '', argument = null] = Object.entries(alternative)[0] ?? [];
  return matchers[name]?.(argument, value) ?? false;
}

function matchesField(alternatives: readonly Json[], value: Json | undefined): boolean {
  const values = Array.isArray(value) ? value : [value];
  return alternatives.some((alternative) => values.some((one) => matchesOne(alternative, one)));
}

/** Whether an event matches a pattern that `checkPattern` has accepted. */
export const matchesPattern = (pattern: EventPattern, event: JsonObject | undefined): boolean =>
  Object.entries(pattern).every(([name, expected]) => {
    const value = event?.[name];
    if (Array.isArray(expected)) return matchesField(expected, value);
    return matchesPattern(expected as JsonObject, isObject(value) ? value : undefined);
  });

const invalid = (reason: string) =>
  new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);

const argumentChecks: Record<string, (argument: Json) => boolean> = {
  prefix: (argument) => typeof argument === 'string',
  suffix: (argument) => typeof argument === 'string',
  'equals-ignore-case': (argument) => typeof argument === 'string',
  exists: (argument) => typeof argument === 'boolean',
  numeric: (argument) =>
    Array.isArray(argument) &&
    argument.length > 0 &&
    argument.length % 2 === 0 &&
    argument.every((part, at) =>
      at % 2 === 0 ? String(part) in comparisons : typeof part === 'number',
    ),
  'anything-but': (argument) =>
    [argument].flat().every((excluded) => isScalar(excluded) || isAffix(excluded)),
};

const isAffix = (value: Json): boolean =>
  isObject(value) && Object.keys(value).every((name) => ['prefix', 'suffix'].includes(name));

function checkAlternative(alternative: Json): void {
  if (isScalar(alternative)) return;
  const [operator = '', ...others] = isObject(alternative) ? Object.keys(alternative) : [];
  const accepts = argumentChecks[operator];
  if (!accepts || others.length > 0)
    throw invalid(`the local target does not know ${JSON.stringify(alternative)}`);
  const argument = (alternative as JsonObject)[operator] ?? null;
  if (!accepts(argument)) throw invalid(`bad argument of ${operator}`);
}

/**
 * Accepts a pattern or throws InvalidEventPatternException. Known are exact values, prefix, suffix,
 * equals-ignore-case, exists, numeric and anything-but; the rest (wildcard, cidr, $or) is refused.
 */
export function checkPattern(pattern: Json): EventPattern {
  if (!isObject(pattern) || Object.keys(pattern).length === 0) throw invalid('it is not an object');
  for (const [name, expected] of Object.entries(pattern)) {
    if (name.startsWith('$')) throw invalid(`the local target does not know ${name}`);
    if (Array.isArray(expected) && expected.length > 0) expected.forEach(checkAlternative);
    else checkPattern(expected);
  }
  return pattern;
}
