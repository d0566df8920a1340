import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { PurgeResult, PurgeTask } from '../../shared/contract/tasks.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makePurge } from './purge.ts';

const env = environment('LEDGER_TABLE', 'BUCKET');

const purge = makePurge({
  ledger: noting(dynamoLedger(env)),
  documents: s3Documents(env),
  clock: systemClock,
});

export const handler = taskPipeline(PurgeTask, PurgeResult, purge);
