import fc from 'fast-check';
import { OPERATIONS, type Operation } from './description.ts';
import { hostileText, nearlyValid, valid } from './values.ts';

/** Parameter of a path: an existing id of the scene, or any other value. */
export type Place = { readonly of: string } | { readonly raw: string };

export interface FuzzRequest {
  readonly operation: Operation;
  readonly places: Readonly<Record<string, Place>>;
  readonly query: readonly (readonly [string, string])[];
  readonly who: 'confirmed' | 'unconfirmed' | 'nobody' | 'somebody else';
  readonly headers: Readonly<Record<string, string>>;
  /** Request body in bytes, and its content type. */
  readonly body: string | undefined;
  readonly contentType: string;
}

const RAW = [
  'x',
  '%00',
  '..%2f..',
  '%ff',
  'constructor',
  '__proto__',
  '%20',
  'a%2Fb',
  'x'.repeat(3_000),
];
const raw: fc.Arbitrary<Place> = fc
  .oneof(
    fc.constantFrom(...RAW),
    hostileText.map((text) => encodeURIComponent(text.toWellFormed())),
  )
  .map((text) => ({ raw: text }));

/** Operations that end an envelope or a round run on envelopes that nothing else uses. */
const ENDING = ['sender-void', 'sender-discard', 'sender-send'];
const NEXT_ROUND = ['sender-resend', 'sender-correct'];

/** Objects of which the scene has one to use and one to delete. */
const KEPT = ['template', 'contact'] as const;
const BATCH = '/api/batches/';

function placesFor({ door, ...operation }: Operation, name: string): fc.Arbitrary<Place> {
  const operationId = operation.operationId.replace(/^machine-/, 'sender-');
  const path = operation.path.replace('/api/v1/', '/api/');
  const of = (...names: readonly string[]) => fc.constantFrom(...names.map((one) => ({ of: one })));
  if (name === 'handle') return of(...Array(9).fill('handle'), 'unknown handle');
  if (name === 'file') return of('root.pem', 'timestamp-roots.pem', 'chain.pem');
  if (name === 'party')
    return NEXT_ROUND.includes(operationId)
      ? of('client', 'nobody')
      : of('director', 'client', 'nobody');
  if (door === 'verifier') return of('running', 'unknown');
  if (path.startsWith(BATCH)) return of('batch', 'unknown');
  const kept = KEPT.find((one) => path.startsWith(`/api/${one}s/`));
  if (kept) return of(operationId.startsWith('sender-delete') ? `spare ${kept}` : kept, 'unknown');
  if (ENDING.includes(operationId)) return of('bare', 'unknown');
  if (operationId === 'sender-edit') return of('edited', 'running', 'unknown');
  return of('running', 'draft', 'bare', 'unknown');
}

const rarely = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: often, weight: 15 }, { arbitrary: seldom, weight: 1 });

const LARGE = [
  'x'.repeat(9_000),
  '{"a":'.repeat(3_000),
  `{"reason":"a${'\u0301'.repeat(200_000)}"}`,
];
const WIRE = [
  '',
  '{',
  '[]',
  'null',
  '"x"',
  '\ufeff{}',
  '{"a":1,"a":2}',
  '['.repeat(4_000),
  '\u0000',
  ...LARGE,
];

const written = (value: fc.Arbitrary<unknown>) => value.map((one) => JSON.stringify(one));

const bodyFor = ({ body }: Operation): fc.Arbitrary<string | undefined> =>
  body
    ? fc.oneof(
        { arbitrary: written(valid(body)), weight: 4 },
        { arbitrary: written(nearlyValid(body)), weight: 6 },
        { arbitrary: fc.constantFrom(undefined, ...WIRE), weight: 2 },
      )
    : rarely(fc.constantFrom(undefined, '{}'), fc.constantFrom('{"admin":true}', ...WIRE));

function queryFor({ parameters }: Operation): fc.Arbitrary<[string, string][]> {
  const known = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) =>
      rarely(valid(schema).map(String), hostileText).map((value): [string, string] => [
        name,
        value,
      ]),
    );
  const unknown = fc.tuple(fc.constantFrom('admin', '__proto__', 'limit'), hostileText);
  return rarely(
    known.length > 0 ? fc.array(fc.oneof(...known), { maxLength: 3 }) : fc.constant([]),
    fc.array(unknown, { minLength: 1, maxLength: 2 }),
  );
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'accept-language': 'de;q=x,fr;q=0.9,*' },
  { 'accept-language': `${'x,'.repeat(2_000)}it` },
  { 'x-origin-secret': 'guess', 'cloudfront-viewer-address': '6.6.6.6:1' },
  {
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    origin: 'https://evil.example',
  },
  { accept: 'text/html,application/json;q=0.1' },
  { cookie: '=; __Host-s-=x; a=b=c; __proto__=1' },
];

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  '',
];

/** Any request that the description allows, and many that it does not. */
const requestTo = (operation: Operation): fc.Arbitrary<FuzzRequest> =>
  fc.record({
    operation: fc.constant(operation),
    places: fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => [name, rarely(placesFor(operation, name), raw)]),
      ),
    ),
    query: queryFor(operation),
    who: rarely(
      fc.constantFrom('confirmed', 'unconfirmed'),
      fc.constantFrom('nobody', 'somebody else'),
    ),
    headers: rarely(fc.constant({}), fc.constantFrom(...HEADERS)),
    body: operation.method === 'GET' ? fc.constant(undefined) : bodyFor(operation),
    contentType: rarely(fc.constant('application/json'), fc.constantFrom(...TYPES)),
  });

export const anyRequest: fc.Arbitrary<FuzzRequest> = fc.oneof(...OPERATIONS.map(requestTo));
