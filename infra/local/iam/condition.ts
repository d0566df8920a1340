import { notImplemented } from '../aws/aws-error.ts';
import { isObject, type Json } from '../json.ts';

/** Condition keys of a request. A key whose value cannot be determined is `unknown`, never absent. */
export type Context = Readonly<Record<string, readonly string[] | 'unknown'>>;

export interface Condition {
  readonly key: string;
  readonly forAll: boolean;
  readonly ifExists: boolean;
  readonly holds: (actual: string) => boolean;
}

const escaped = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** IAM wildcards `*` and `?`. */
export const glob = (pattern: string, flags = ''): RegExp =>
  new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`);

function arnParts(text: string) {
  const all = text.split(':');
  return [...all.slice(0, 5), all.slice(5).join(':')];
}

/** In an ARN a wildcard does not match across a colon, except in the last part (IAM user guide, "Resource"). */
export function arnGlob(pattern: string): (arn: string) => boolean {
  if (pattern === '*') return () => true;
  const wanted = arnParts(pattern).map((part) => glob(part));
  return (arn) => {
    const actual = arnParts(arn);
    return wanted.every((part, at) => part.test(actual[at] ?? ''));
  };
}

const OPERATORS: Readonly<Record<string, (wanted: string) => (actual: string) => boolean>> = {
  StringEquals: (wanted) => (actual) => actual === wanted,
  StringLike: (wanted) => {
    const pattern = glob(wanted);
    return (actual) => pattern.test(actual);
  },
  ArnEquals: arnGlob,
  ArnLike: arnGlob,
  Bool: (wanted) => (actual) => actual === wanted,
};

/** All condition keys that are supported here. */
const KEYS = new Set([
  'aws:securetransport',
  'aws:sourcearn',
  'aws:sourceaccount',
  'dynamodb:leadingkeys',
  'lambda:functionurlauthtype',
  'lambda:invokedviafunctionurl',
  's3:prefix',
  'ses:fromaddress',
]);

export const notJudged = (what: string): Error =>
  new Error(`IAM: ${what} is not judged on the local target`);

/** Policy values as a list: policies write one string or several. */
export const textsOf = (value: Json | undefined): string[] =>
  value === undefined ? [] : [value].flat().map((item) => withoutVariable(String(item)));

function withoutVariable(text: string): string {
  if (text.includes('${')) throw notJudged(`a policy variable (${text})`);
  return text;
}

function conditionOf(operator: string, name: string, values: readonly string[]): Condition {
  const [, forAll, base = '', ifExists] =
    /^(ForAllValues:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const make = Object.hasOwn(OPERATORS, base) ? OPERATORS[base] : undefined;
  if (!make) throw notJudged(`the condition operator ${operator}`);
  const key = name.toLowerCase();
  if (!KEYS.has(key)) throw notJudged(`the condition key ${name}`);
  const tests = values.map(make);
  const holds = (actual: string) => tests.some((test) => test(actual));
  return { key, forAll: forAll !== undefined, ifExists: ifExists !== undefined, holds };
}

/** A statement's conditions, which must all hold; throws at an unsupported one. */
export const conditionsOf = (wanted: Json | undefined): Condition[] =>
  Object.entries(isObject(wanted ?? null) ? (wanted as Record<string, Json>) : {}).flatMap(
    ([operator, keys]) =>
      Object.entries(isObject(keys) ? keys : {}).map(([key, value]) =>
        conditionOf(operator, key, textsOf(value)),
      ),
  );

/** `ForAllValues` and `IfExists` hold for an absent key, so an `unknown` key is an error. */
export function conditionHolds(
  { key, forAll, ifExists, holds }: Condition,
  context: Context,
): boolean {
  const actual = context[key];
  if (actual === 'unknown') throw notImplemented(`IAM for a request whose ${key} cannot be told`);
  if (actual === undefined) return forAll || ifExists;
  return forAll ? actual.every(holds) : actual.some(holds);
}
