import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemRandom } from '../shared/aws/machine/system-random.ts';
import type { Timestamper } from '../shared/pki/identity.ts';
import { httpTimestamper, ownTimestamper } from '../shared/pki/timestamp/timestamp.ts';
import { companyTarget } from './authority/company-target.ts';
import { failureText } from './authority/failure-text.ts';
import { orUsage } from './authority/or-usage.ts';
import { readNamedFile } from './authority/read-named-file.ts';
import { renewFile } from './authority/renew-file.ts';
import { readTrust, TRUST_OPTIONS } from './authority/trust-options.ts';

const USAGE = `Usage: npm run renew -- FILE --root root.pem [--timestamp-root tsa.pem]... [--out FILE]
                        [--timestamp-url URL]... [--timestamp-policy OID]... [--at URL]

Extends the proof of a sealed file: appends the validation data of its last timestamp, and a new
document timestamp in the field reserved for it. The existing bytes are not changed.

  --root FILE            the company's root, from /pki/root.pem of its verifier
  --timestamp-url URL    RFC 3161 timestamp authorities, tried in this order
  --timestamp-policy OID accepted timestamp policies; default: any
  --timestamp-root FILE  roots of the outside timestamp authorities
  --at URL               local target whose key makes the timestamp if --timestamp-url is absent;
                         default: the deployment in AWS, with the environment's credentials
  --out FILE             default: FILE with the ending .renewed.pdf`;

const TIMEOUT_MS = 10_000;

function asked() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...TRUST_OPTIONS,
      'timestamp-url': { type: 'string', multiple: true, default: [] },
      'timestamp-policy': { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || values.root.length === 0)
    throw new Error('One file is wanted, and the company’s root.');
  return { file, values };
}

/** The company's own timestamp authority, as in the sealing function. */
async function ownAuthority(at: string | undefined): Promise<Timestamper> {
  const { documents, key } = await companyTarget(at);
  const stored = await documents.get('pki/authority.json');
  if (!stored) throw new Error('the company has no authority yet');
  const authority = JSON.parse(Buffer.from(stored.bytes).toString()) as Record<string, string>;
  const certificate = (name: string) => new Uint8Array(Buffer.from(authority[name]!, 'base64'));
  const timestampKey = key('timestamp');
  return ownTimestamper({
    certificate: certificate('timestamp'),
    chain: [certificate('root')],
    algorithm: 'ecdsa-sha256',
    sign: (bytes) => timestampKey.sign(bytes),
    now: () => new Date(),
    random: systemRandom,
  });
}

async function main(): Promise<void> {
  const { file, values } = orUsage(USAGE, asked);
  const bytes = readNamedFile(file);
  const { roots, timestampRoots } = readTrust(values);
  const urls = values['timestamp-url'];
  const timestamp =
    urls.length > 0
      ? httpTimestamper({
          urls,
          policies: values['timestamp-policy'],
          roots: [...roots, ...timestampRoots],
          timeoutMs: TIMEOUT_MS,
          random: systemRandom,
        })
      : await ownAuthority(values.at);
  const renewal = { roots, timestampRoots, timestamp, now: new Date() };
  const renewed = await renewFile(bytes, renewal);
  const out = values.out ?? file.replace(/(\.pdf)?$/i, '.renewed.pdf');
  writeFileSync(out, renewed);
  console.log(`${out}: ${renewed.length} bytes`);
}

try {
  await main();
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
