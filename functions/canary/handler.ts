import * as z from 'zod';
import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemPause } from '../../shared/aws/machine/system-pause.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeCanary } from './canary.ts';

const env = environment(
  'LEDGER_TABLE',
  'ENVELOPES_TABLE',
  'BUCKET',
  'LANGUAGES',
  'DOCUMENT_DAYS',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const LOOK_EVERY_MS = 2_000;

const canary = makeCanary(
  {
    ledger: noting(dynamoLedger(env)),
    envelopes: dynamoEnvelopes(env, systemClock),
    documents: s3Documents(env),
    clock: systemClock,
    random: systemRandom,
    pause: () => systemPause(LOOK_EVERY_MS),
  },
  {
    language: env.LANGUAGES[0] ?? 'en',
    documentDays: env.DOCUMENT_DAYS,
    retention: retentionOf(env),
  },
);

export const handler = taskPipeline(z.unknown(), z.object({ envelopeId: z.string() }), canary);
