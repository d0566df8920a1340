import * as z from 'zod';
import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoEvidence } from '../../shared/aws/ledger/dynamo-evidence.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { dynamoTemplates } from '../../shared/aws/templates/dynamo-templates.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeForget } from './forget.ts';

const env = environment(
  'LEDGER_TABLE',
  'ENVELOPES_TABLE',
  'TEMPLATES_TABLE',
  'BUCKET',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const forget = makeForget(
  {
    ledger: dynamoLedger(env),
    evidence: dynamoEvidence(env),
    documents: s3Documents(env),
    templates: dynamoTemplates(env),
    clock: systemClock,
  },
  retentionOf(env),
);

export const handler = taskPipeline(z.unknown(), z.object({ forgotten: z.number() }), forget);
