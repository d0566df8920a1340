import * as z from 'zod';
import { dynamoEvidence } from '../../shared/aws/dynamo-evidence.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeForget } from './forget.ts';

const env = environment('LEDGER_TABLE', 'ENVELOPES_TABLE', 'EVIDENCE_YEARS');

const forget = makeForget(
  { ledger: dynamoLedger(env), evidence: dynamoEvidence(env), clock: systemClock },
  env.EVIDENCE_YEARS,
);

export const handler = taskPipeline(z.unknown(), z.object({ forgotten: z.number() }), forget);
