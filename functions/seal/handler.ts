import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoAuthorityCopies } from '../../shared/aws/keys/dynamo-authority-copies.ts';
import { kmsMacKey } from '../../shared/aws/keys/kms-mac-key.ts';
import { kmsSigningKey } from '../../shared/aws/keys/kms-signing-key.ts';
import { systemNewKey } from '../../shared/aws/keys/system-new-key.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { environment } from '../../shared/contract/environment.ts';
import { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import { deployedText } from '../../shared/runtime/deployed-text.ts';
import { log } from '../../shared/runtime/log.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { pdfCore } from './pdf-core.ts';
import { pkiCore } from './pki-core.ts';
import { makeSeal } from './seal.ts';

const env = environment(
  'LEDGER_TABLE',
  'BUCKET',
  'AUTHORITY_KEY',
  'SEAL_KEY',
  'TIMESTAMP_KEY',
  'PLAN_KEY',
  'VERIFIER_URL',
  'COMPANY_NAME',
  'COMPANY_COUNTRY',
  'COMPANY_IDENTIFIER',
  'TIME_ZONE',
  'TIMESTAMP_URLS',
  'TIMESTAMP_POLICIES',
  'CERTIFICATE_CONTACTS',
  'CERTIFICATE_ADDRESSES',
);

const seal = makeSeal({
  ledger: noting(dynamoLedger(env)),
  authorityCopies: dynamoAuthorityCopies(env),
  documents: s3Documents(env),
  clock: systemClock,
  random: systemRandom,
  newKey: systemNewKey,
  pdf: pdfCore,
  pki: pkiCore,
  keys: {
    authority: kmsSigningKey(env.AUTHORITY_KEY),
    seal: kmsSigningKey(env.SEAL_KEY),
    timestamp: kmsSigningKey(env.TIMESTAMP_KEY),
  },
  planKey: kmsMacKey(env.PLAN_KEY),
  company: {
    name: env.COMPANY_NAME,
    country: env.COMPANY_COUNTRY,
    identifier: env.COMPANY_IDENTIFIER || undefined,
  },
  verifierUrl: env.VERIFIER_URL,
  timeZone: env.TIME_ZONE,
  privacy: { contacts: env.CERTIFICATE_CONTACTS, addresses: env.CERTIFICATE_ADDRESSES },
  timestampUrls: env.TIMESTAMP_URLS,
  timestampPolicies: env.TIMESTAMP_POLICIES,
  timestampRoots: deployedText('timestamp-roots.pem'),
  onFounding: () => log('error', 'authority-founded', {}),
  onEndingCertificate: (certificate, days) =>
    log('error', 'certificate-ends', { certificate, days }),
});

export const handler = taskPipeline(SealTask, SealResult, seal);
