import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Chance } from '../time/chance.ts';
import type { Clock } from '../time/clock.ts';
import { StatesError } from './states-error.ts';

/** What an expression may refer to: `$states` and the variables assigned so far. */
export type Bindings = { readonly states: JsonObject } & JsonObject;

/** Evaluates a template: strings entirely inside `{% %}` are JSONata, everything else stays as it is. */
export type Evaluate = (template: Json, bindings: Bindings) => Promise<Json>;

const sourceOf = (text: string) =>
  text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2) : undefined;

const hashes = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

function hash(data: Json, algorithm: string): string {
  const name = hashes.get(algorithm);
  if (!name) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  const content = typeof data === 'string' ? data : JSON.stringify(data);
  return createHash(name).update(content).digest('hex');
}

function range(first: number, last: number, step: number): number[] {
  const length = Math.floor((last - first) / step) + 1;
  if (step === 0 || length > 1000) throw new Error('$range yields at most 1,000 numbers');
  return Array.from({ length: Math.max(0, length) }, (_, index) => first + index * step);
}

function partition(items: readonly Json[], size: number): Json[][] {
  if (!(size >= 1)) throw new Error('$partition needs a size of at least 1');
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function shuffled(items: readonly Json[], chance: Chance): Json[] {
  const drawn = items.map((item) => ({ item, place: chance.fraction() }));
  return drawn.sort((left, right) => left.place - right.place).map(({ item }) => item);
}

const formatInstant = jsonata('$fromMillis(millis, picture, timezone)');

/** Functions that Step Functions adds to JSONata, and replacements of its time and random functions. */
function compile(source: string, clock: Clock, chance: Chance): jsonata.Expression {
  const expression = jsonata(source);
  expression.registerFunction('uuid', () => chance.uuid(), '<:s>');
  expression.registerFunction('random', () => chance.fraction(), '<:n>');
  expression.registerFunction(
    'shuffle',
    (items: readonly Json[]) => shuffled(items, chance),
    '<a:a>',
  );
  expression.registerFunction('parse', (text: string) => JSON.parse(text) as Json, '<s:x>');
  expression.registerFunction('hash', hash, '<xs:s>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('millis', () => clock.now(), '<:n>');
  expression.registerFunction(
    'now',
    (picture?: string, timezone?: string) =>
      formatInstant.evaluate({ millis: clock.now(), picture, timezone }),
    '<s?s?:s>',
  );
  return expression;
}

export function makeEvaluate(clock: Clock, chance: Chance): Evaluate {
  const compiled = new Map<string, jsonata.Expression>();
  async function run(source: string, bindings: Bindings): Promise<Json> {
    const expression = compiled.get(source) ?? compile(source, clock, chance);
    compiled.set(source, expression);
    try {
      return asJson(await expression.evaluate(undefined, bindings));
    } catch (error) {
      throw new StatesError('States.QueryEvaluationError', describe(source, error));
    }
  }
  const evaluate: Evaluate = async (template, bindings) => {
    if (Array.isArray(template))
      return Promise.all(template.map((item) => evaluate(item, bindings)));
    if (isObject(template)) return evaluateMembers(template, bindings, evaluate);
    const source = typeof template === 'string' ? sourceOf(template) : undefined;
    return source === undefined ? template : run(source, bindings);
  };
  return evaluate;
}

async function evaluateMembers(template: JsonObject, bindings: Bindings, evaluate: Evaluate) {
  const members = Object.entries(template).map(
    async ([name, value]): Promise<[string, Json]> => [name, await evaluate(value, bindings)],
  );
  return Object.fromEntries(await Promise.all(members));
}

/** Converts results to plain JSON: JSONata's sequences have hidden members, and functions are no JSON. */
function asJson(value: unknown): Json {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error('the expression returned nothing');
  return JSON.parse(text) as Json;
}

function describe(source: string, error: unknown) {
  const message = isObject(error) || error instanceof Error ? String(error.message) : String(error);
  return `The JSONata expression '${source.trim()}' failed: ${message}`;
}

/** Parses every expression of a definition, so that a broken one is refused before it runs. */
export function checkExpressions(template: Json): void {
  if (Array.isArray(template)) template.forEach(checkExpressions);
  else if (isObject(template)) Object.values(template).forEach(checkExpressions);
  else if (typeof template === 'string') checkExpression(template);
}

function checkExpression(text: string): void {
  const source = sourceOf(text);
  if (source === undefined) return;
  if (/\$eval\s*\(/.test(source)) throw new Error('Step Functions does not offer $eval');
  try {
    jsonata(source);
  } catch (error) {
    throw new Error(describe(source, error));
  }
}
