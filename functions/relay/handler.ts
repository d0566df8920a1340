import { dynamoTaskTokens } from '../../shared/aws/access/dynamo-task-tokens.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { addedEntry, envelopeIdIn } from '../../shared/aws/ledger/dynamo-stream.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import { dynamoWatch } from '../../shared/aws/lists/dynamo-watch.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemPause } from '../../shared/aws/machine/system-pause.ts';
import { sfnWorkflow } from '../../shared/aws/workflow/sfn-workflow.ts';
import { sqsLetters } from '../../shared/aws/workflow/sqs-letters.ts';
import { environment } from '../../shared/contract/environment.ts';
import { streamPipeline } from '../../shared/runtime/stream-pipeline.ts';
import { makeGiveUp } from './give-up.ts';
import { makeProject } from './project.ts';
import { projectSettings } from './project-settings.ts';
import { makeRelay } from './relay.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'ENVELOPES_TABLE',
  'RECORDS_TABLE',
  'MACHINE_ARN',
  'LETTERS_URL',
  'COMPANY_NAME',
  'RECORD_TITLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const ports = {
  ledger: dynamoLedger(env),
  taskTokens: dynamoTaskTokens(env, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  watch: dynamoWatch(env, systemClock),
  letters: sqsLetters(env),
  records: dynamoRecords(env, systemClock),
  workflow: sfnWorkflow(env),
  clock: systemClock,
};

export const handler = streamPipeline({
  read: addedEntry,
  group: ({ envelopeId }) => envelopeId,
  giveUp: makeGiveUp(ports, envelopeIdIn),
  envelopeIdIn,
  clock: systemClock,
  pause: systemPause,
  run: makeRelay(ports, makeProject(ports, projectSettings(env))),
});
