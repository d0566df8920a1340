import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Verdict } from '../shared/pdf/verify/report.ts';
import { verifyDocument } from '../shared/pdf/verify/verify.ts';
import { orUsage } from './authority/or-usage.ts';
import { readNamedFile } from './authority/read-named-file.ts';
import { sentenceOf } from './authority/sentence-of.ts';
import { readTrust, TRUST_OPTIONS } from './authority/trust-options.ts';
import { printedReport } from './verify/printed-report.ts';

/** The exit code is the verdict. */
const EXIT_CODES = { authentic: 0, altered: 1, unknown: 2 } as const satisfies Record<
  Verdict,
  number
>;
const USAGE = `Usage: npm run verify -- FILE [--root root.pem]... [--timestamp-root tsa.pem]... [--at TIME]
                         [--json]

Verifies a signed file, or standard input if FILE is -, without network access. Exit code
0: authentic; 1: altered; 2: unknown or unreadable.

  --root FILE            the company's root, from /pki/root.pem of its verifier
  --timestamp-root FILE  roots of outside timestamp authorities, from /pki/timestamp-roots.pem;
                         trusted for timestamps only
  --at TIME              time of verification, ISO 8601; no timestamp may be later; default: now
  --json                 prints the whole report as JSON`;
const NO_ROOT = `
  No root was given: nothing is authentic without the company's own (--root).`;

function asked() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...TRUST_OPTIONS,
      at: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined) throw new Error('Which file?');
  if (others.length > 0) throw new Error('One file at a time.');
  const now = values.at === undefined ? new Date() : new Date(values.at);
  if (Number.isNaN(now.getTime())) throw new Error(`${values.at} is no time`);
  return { file, now, values };
}

async function main(): Promise<number> {
  const { file, now, values } = orUsage(USAGE, asked);
  const { roots, timestampRoots } = readTrust(values);
  const bytes = file === '-' ? new Uint8Array(await buffer(process.stdin)) : readNamedFile(file);
  const report = await verifyDocument(bytes, { roots, timestampRoots, now });
  console.log(values.json ? JSON.stringify(report, null, 2) : printedReport(report));
  if (!values.json && roots.length === 0) console.log(NO_ROOT);
  return EXIT_CODES[report.verdict];
}

function refused(error: unknown): number {
  const sentence = sentenceOf(error);
  console.error(sentence);
  if (process.argv.includes('--json')) {
    const reasons = [{ code: 'unreadable', sentence }];
    console.log(JSON.stringify({ verdict: 'unknown', reasons }, null, 2));
  }
  return EXIT_CODES.unknown;
}

process.exitCode = await main().catch(refused);
