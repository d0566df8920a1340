import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { dynamoRecords } from '../../shared/aws/dynamo-records.ts';
import { addedEntry } from '../../shared/aws/dynamo-stream.ts';
import { dynamoEnvelopes } from '../../shared/aws/envelopes/dynamo-envelopes.ts';
import { eventBridgeBus } from '../../shared/aws/eventbridge-bus.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { streamPipeline } from '../../shared/runtime/stream-pipeline.ts';
import { makeProject } from './project.ts';
import { projectSettings } from './project-settings.ts';
import { makePublish } from './publish.ts';

const env = environment(
  'LEDGER_TABLE',
  'ENVELOPES_TABLE',
  'RECORDS_TABLE',
  'BUS_NAME',
  'COMPANY_NAME',
  'RECORD_TITLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const ports = {
  ledger: dynamoLedger(env),
  envelopes: dynamoEnvelopes(env, systemClock),
  records: dynamoRecords(env, systemClock),
  bus: eventBridgeBus(env),
};

export const handler = streamPipeline({
  read: addedEntry,
  group: ({ envelopeId }) => envelopeId,
  run: makePublish(ports, makeProject(ports, projectSettings(env))),
});
