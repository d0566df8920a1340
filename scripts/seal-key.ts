import { parseArgs } from 'node:util';
import { companySettings } from '../infra/settings/company-settings.ts';
import { companyTarget } from './authority/company-target.ts';
import { failureText } from './authority/failure-text.ts';
import { orUsage } from './authority/or-usage.ts';
import { readNamedFile } from './authority/read-named-file.ts';
import { installSealChain, sealKeyRequest } from './authority/seal-chain.ts';

const USAGE = `Usage: npm run seal-key -- csr [--at URL]
       npm run seal-key -- install CHAIN.pem [--at URL]

Has a public authority certify the company's seal key, which never leaves KMS.

  csr        prints a PKCS #10 request signed by the key, for the authority
  install    checks the chain that the authority issued (the seal's certificate first, each followed by
             its issuer, up to the root) and that its revocation status is available, and stores
             it; from then on documents are sealed with it
  --at URL   a running local target (npm start); default: AWS, with the environment's credentials`;

async function main(): Promise<void> {
  const { positionals, values } = orUsage(USAGE, () =>
    parseArgs({ allowPositionals: true, options: { at: { type: 'string' } } }),
  );
  const [command, file] = positionals;
  if (command === 'csr') {
    const key = (await companyTarget(values.at)).key('seal');
    const { company } = await companySettings();
    process.stdout.write(await sealKeyRequest(key, company));
  } else if (command === 'install' && file !== undefined) await install(file, values.at);
  else throw new Error(USAGE);
}

async function install(file: string, at: string | undefined): Promise<void> {
  const pem = Buffer.from(readNamedFile(file)).toString('latin1');
  const target = await companyTarget(at);
  const into = { documents: target.documents, key: target.key('seal'), now: new Date() };
  const { subject, issuer, until, silent } = await installSealChain(into, pem);
  console.log(
    `Documents are now sealed by ${subject}, certified by ${issuer} until ${until.toISOString()}`,
  );
  if (silent.length > 0)
    console.log(
      `No revocation source (CRL or OCSP) in the certificate of ${silent.join(', ')}: other validators ` +
        'will not accept the seal as valid for the long term.',
    );
}

try {
  await main();
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
