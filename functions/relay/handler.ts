import { dynamoAccess } from '../../shared/aws/dynamo-access.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { dynamoRecords } from '../../shared/aws/dynamo-records.ts';
import { addedEntry } from '../../shared/aws/dynamo-stream.ts';
import { dynamoEnvelopes } from '../../shared/aws/envelopes/dynamo-envelopes.ts';
import { sfnWorkflow } from '../../shared/aws/sfn-workflow.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { streamPipeline } from '../../shared/runtime/stream-pipeline.ts';
import { makeProject } from './project.ts';
import { projectSettings } from './project-settings.ts';
import { makeRelay } from './relay.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'ENVELOPES_TABLE',
  'RECORDS_TABLE',
  'MACHINE_ARN',
  'COMPANY_NAME',
  'RECORD_TITLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const ports = {
  ledger: dynamoLedger(env),
  access: dynamoAccess(env, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  records: dynamoRecords(env, systemClock),
  workflow: sfnWorkflow(env),
  clock: systemClock,
};

export const handler = streamPipeline({
  read: addedEntry,
  group: ({ envelopeId }) => envelopeId,
  run: makeRelay(ports, makeProject(ports, projectSettings(env))),
});
