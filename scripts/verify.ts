import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Report, SignatureReport, Verdict } from '../shared/pdf/verify/report.ts';
import { verifyDocument } from '../shared/pdf/verify/verify.ts';
import { readCertificates } from './authority/read-certificates.ts';

/** The exit code is the verdict. */
const EXIT_CODES = { authentic: 0, altered: 1, unknown: 2 } as const satisfies Record<
  Verdict,
  number
>;
const USAGE = `Usage: npm run verify -- FILE [--root root.pem]... [--timestamp-root tsa.pem]... [--json]

Checks a signed file, or - for what is piped in, without a network. Exit code 0: authentic;
1: altered; 2: unknown or unreadable.

  --root FILE            the company's root, from /pki/root.pem of its verifier
  --timestamp-root FILE  roots of outside timestamp authorities, from /pki/timestamp-roots.pem; they
                         are trusted for timestamps alone
  --json                 the whole report, for machines`;

const asked = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', multiple: true, default: [] },
      'timestamp-root': { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });

const printed = (report: Report): string =>
  [
    report.verdict.toUpperCase(),
    ...report.reasons.map(({ sentence, detail }) =>
      detail ? `  ${sentence}\n    ${detail}` : `  ${sentence}`,
    ),
    `  SHA-256 ${report.sha256}`,
    ...(report.envelopeId ? [`  code ${report.envelopeId}`] : []),
    ...report.signatures.map(printedSignature),
  ].join('\n');

const printedSignature = ({ kind, signer, at, covers, certificate }: SignatureReport): string =>
  `  ${at}  ${kind}: ${signer} (certified by ${certificate.issuer}), covers ${covers} bytes`;

const main = async (): Promise<number> => {
  const { positionals, values } = asked();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(USAGE);
  const roots = values.root.flatMap(readCertificates);
  const timestampRoots = values['timestamp-root'].flatMap(readCertificates);
  const bytes = new Uint8Array(file === '-' ? await buffer(process.stdin) : readFileSync(file));
  const report = await verifyDocument(bytes, { roots, timestampRoots });
  console.log(values.json ? JSON.stringify(report, null, 2) : printed(report));
  return EXIT_CODES[report.verdict];
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = EXIT_CODES.unknown;
}
