import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Random numbers and time are read through `Clock`, `Random`, `NewKey` and `Pause` of shared/ports only, and
 * through clock and random source of the local state machines; otherwise a simulation could not be repeated.
 */
const SOURCES = ['shared/**/*.ts', 'functions/**/*.ts', 'infra/local/{state-machine,time}/*.ts'];

/** Expressions that read random numbers or time from the machine. */
const PLACES: Readonly<Record<string, string>> = {
  'shared/aws/machine/system-clock.ts': 'is the port',
  'shared/aws/machine/system-random.ts': 'is the port',
  'shared/aws/keys/system-new-key.ts': 'is the port',
  'shared/aws/machine/system-pause.ts': 'is the port',
  'infra/local/time/chance.ts': 'is the port',
  'infra/local/time/clock.ts': 'is the port',
  'infra/local/time/shifted-date.ts': 'gives the clock to functions',
  'shared/runtime/log.ts': 'says when a line was written; nothing is decided by it',
  'shared/runtime/http-pipeline.ts': 'measures how long a request took, for the log',
  'functions/relay/sweep-handler.ts': 'measures how long the sweep has run; sweep.ts is given it',
  'shared/webhooks/guarded-post.ts': 'is the port of a network, whose connections it ends',
  'functions/intake/process-parser.ts': 'kills a process of the machine that takes too long',
};

const TAKEN = [
  /Date\.now\b/,
  /\bDate\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\b/,
  /\bhrtime\b/,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\btimers(\/promises)?['"]/,
  /\b(getRandomValues|random(UUID|Bytes|Int|Fill(Sync)?)|generate(Key|Prime)\w*)\b/,
];

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

const takes = (source: string): boolean =>
  TAKEN.some((pattern) => pattern.test(withoutComments(source)));

const found = SOURCES.flatMap((pattern) => globSync(pattern)).filter((file) =>
  takes(readFileSync(file, 'utf8')),
);

test('chance and time are taken from the machine in these places alone', () => {
  expect(found.toSorted()).toEqual(Object.keys(PLACES).toSorted());
});

test.each([
  'const now = new Date();',
  'const now = Date.now();',
  'const jitter = delay * Math.random();',
  "import { setTimeout } from 'node:timers/promises';",
  'const timer = setInterval(look, 50);',
  'const began = performance.now();',
  'crypto.getRandomValues(new Uint8Array(16));',
  "import { randomBytes, sign } from 'node:crypto';",
  "const id = crypto['randomUUID']();",
  "generateKeyPairSync('ec', { namedCurve: 'P-256' });",
  'crypto.subtle.generateKey(algorithm, false, usages);',
])('would be seen: %s', (line) => {
  expect(takes(line)).toBe(true);
});

test.each([
  'const at = new Date(entry.at);',
  'const at = Date.parse(entry.at);',
  '// new Date() is what it was',
  "const url = 'https://example.com/'; const bytes = random(16);",
  'await pause(200);',
])('is no taking: %s', (line) => {
  expect(takes(line)).toBe(false);
});
