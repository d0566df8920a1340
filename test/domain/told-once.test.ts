import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '../..');
const SOURCES = [
  'client',
  'functions',
  'infra',
  'scripts',
  'shared',
  'test',
  'web',
  'tsconfig.json',
];
const ENDS = /\.(tsx?|json)$/;
let copy: string;

/** Each test compiles the whole project, which takes minutes on a busy machine. */
vi.setConfig({ testTimeout: 600_000 });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sigillo-told-once-'));
  const filter = (path: string) => !/\.[^./]+$/.test(path) || ENDS.test(path);
  for (const name of SOURCES)
    cpSync(join(root, name), join(copy, name), { recursive: true, filter });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Compiler errors for a missing member of a record: TS2741, TS2739, TS2740. */
const MISSING = /^(\S+?)\(\d+,\d+\): error TS27(?:39|40|41): /;

/** Files with records that the compiler reports as incomplete after `change` is added to the file. */
async function named(file: string, change: (source: string) => string): Promise<string[]> {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(path, changed);
  try {
    const lines = (await compiled()).split('\n');
    return [...new Set(lines.flatMap((line) => MISSING.exec(line)?.[1] ?? []))].sort();
  } finally {
    writeFileSync(path, source);
  }
}

const compiled = (): Promise<string> =>
  new Promise((resolve) => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    execFile(process.execPath, [tsc, '-p', copy], { cwd: copy, maxBuffer: 1e9 }, (_, stdout) =>
      resolve(stdout),
    );
  });

const inEach = (folder: string): string[] =>
  ['de', 'en', 'es', 'fr', 'it'].map((name) => `${folder}/${name}.ts`);

test('a further kind of field does not compile until every layer says what it is', async () => {
  const files = await named('shared/domain/fields/field.ts', (source) =>
    source.replace("  'choice',\n", "  'choice',\n  'invented',\n"),
  );
  expect(files).toEqual([
    ...inEach('shared/contract/refusals'),
    'shared/domain/batch/cell-value.ts',
    'shared/domain/fields/field-kinds.ts',
    'shared/pdf/fields/unfillable.ts',
    'shared/pdf/intake/layout/widgets.ts',
    'web/console/fields/kind-settings.tsx',
    'web/console/fields/palette.tsx',
    'web/console/fields/value-input.tsx',
    'web/console/texts/it.ts',
    'web/sign/fields/field-control.tsx',
    'web/sign/fields/field-problems.ts',
  ]);
});

test('nor does a further entry of the ledger', async () => {
  const files = await named('shared/domain/ledger/entries.ts', (source) =>
    source.replace(
      '  readonly purged: Record<string, never>;\n',
      '$&  readonly invented: { a: string };\n',
    ),
  );
  expect(files).toEqual([
    'functions/relay/event-of.ts',
    'functions/seal/party-moments.ts',
    'functions/sender/reading/timeline.ts',
    'shared/contract/followers.ts',
    'shared/contract/timeline/line-of.ts',
    'shared/domain/envelope/fold.ts',
    'shared/domain/ledger/acts.ts',
    'shared/domain/ledger/versions.ts',
    'test/functions/relay/lost-records.test.ts',
    'test/released/ledgers.test.ts',
  ]);
});

test('nor a further message to somebody', async () => {
  const files = await named('shared/domain/ledger/entries.ts', (source) =>
    source.replace("  'warning',\n] as const", "  'warning',\n  'invented',\n] as const"),
  );
  expect(files).toEqual(
    ['shared/domain/envelope/undelivered.ts', ...inEach('shared/messages/phrases')].sort(),
  );
});

test('nor a further language', async () => {
  const files = await named('shared/domain/envelope/party.ts', (source) =>
    source.replace(/(LANGUAGES = \[[^\]]*)\]/, "$1, 'pt']"),
  );
  expect(files).toEqual([
    'functions/sender/batches/describe-batch.ts',
    'infra/pages/privacy-pages.ts',
    'shared/contract/law/law.ts',
    'shared/contract/refusals/refusal-sentence.ts',
    'shared/contract/timeline/phrases.ts',
    'shared/contract/verifier-phrases/phrases.ts',
    'shared/csv/write-csv.ts',
    'shared/domain/batch/column-words.ts',
    'shared/domain/batch/result-words.ts',
    'shared/domain/text/file-name.ts',
    'shared/messages/copy-letter.ts',
    'shared/messages/handed-over-letter.ts',
    'shared/messages/phrases/phrases.ts',
    'shared/messages/terms/terms.ts',
    'shared/messages/webhook-off-letter.ts',
    'shared/pdf/audit/texts/texts-of.ts',
    'shared/pdf/certificate/texts/texts-of.ts',
    'shared/pdf/draw/signature-appearance.ts',
    'shared/pdf/suggest/label.ts',
    'shared/runtime/problem.ts',
    'web/console/templates/texts/texts-of.ts',
    'web/console/texts/texts-of.ts',
    'web/console/webhooks/texts/texts-of.ts',
    'web/sign/texts/later/texts-of.ts',
    'web/sign/texts/texts-of.ts',
    'web/ui/gateway-sentences.ts',
    'web/ui/language.ts',
    'web/verify/texts/texts-of.ts',
  ]);
});
