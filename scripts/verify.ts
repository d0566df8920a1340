import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report, SignatureReport, Verdict } from '../shared/pdf/verify/report.ts';
import { verifyDocument } from '../shared/pdf/verify/verify.ts';

/** `npm run verify -- FILE [--root root.pem]… [--json]`; the exit code is the verdict. */
const EXIT_CODES = { authentic: 0, altered: 1, unknown: 2 } as const satisfies Record<
  Verdict,
  number
>;
const USAGE = 'usage: npm run verify -- FILE [--root root.pem]... [--json]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});

const readRoots = (path: string): Uint8Array[] =>
  readFileSync(path, 'latin1')
    .split(/(?=-----BEGIN CERTIFICATE-----)/)
    .filter((part) => part.startsWith('-----BEGIN'))
    .map((pem) => new Uint8Array(new X509Certificate(pem).raw));

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
  const [file] = positionals;
  if (file === undefined) throw new Error(USAGE);
  const roots = values.root.flatMap(readRoots);
  const report = await verifyDocument(new Uint8Array(readFileSync(file)), { roots });
  console.log(values.json ? JSON.stringify(report, null, 2) : printed(report));
  return EXIT_CODES[report.verdict];
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = EXIT_CODES.unknown;
}
