import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { kmsMacKey } from '../../shared/aws/keys/kms-mac-key.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { IntakeEvent, IntakeResult } from '../../shared/contract/tasks.ts';
import { knownError } from '../../shared/runtime/known-error.ts';
import { errorFacts, log } from '../../shared/runtime/log.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeIntake } from './intake.ts';
import { pdfCore } from './pdf-core.ts';
import { processParser } from './process-parser.ts';

const env = environment(
  'LEDGER_TABLE',
  'BUCKET',
  'PLAN_KEY',
  'VERIFIER_URL',
  'COMPANY_NAME',
  'TIME_ZONE',
);

const intake = makeIntake({
  ledger: noting(dynamoLedger(env)),
  documents: s3Documents(env),
  planKey: kmsMacKey(env.PLAN_KEY),
  clock: systemClock,
  pdf: pdfCore,
  parser: processParser(),
  onUnforeseen: (envelopeId, cause) =>
    log('error', 'unforeseen', { envelopeId, ...errorFacts(knownError(cause)) }),
  company: { name: env.COMPANY_NAME },
  verifierUrl: env.VERIFIER_URL,
  timeZone: env.TIME_ZONE,
});

export const handler = taskPipeline(IntakeEvent, IntakeResult, intake);
