import { archiveWhenNeeded } from '../../shared/aws/documents/bucket-when-needed.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { addedEntry, envelopeIdIn } from '../../shared/aws/ledger/dynamo-stream.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import { dynamoWatch } from '../../shared/aws/lists/dynamo-watch.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemPause } from '../../shared/aws/machine/system-pause.ts';
import { eventBridgeBus } from '../../shared/aws/workflow/eventbridge-bus.ts';
import { sqsLetters } from '../../shared/aws/workflow/sqs-letters.ts';
import { environment } from '../../shared/contract/environment.ts';
import { log } from '../../shared/runtime/log.ts';
import { streamPipeline } from '../../shared/runtime/stream-pipeline.ts';
import { makeArchiveCompleted } from './archive-completed.ts';
import { makeGiveUp } from './give-up.ts';
import { makeProject } from './project.ts';
import { projectSettings } from './project-settings.ts';
import { makePublish } from './publish.ts';

const env = environment(
  'LEDGER_TABLE',
  'ENVELOPES_TABLE',
  'RECORDS_TABLE',
  'BUS_NAME',
  'LETTERS_URL',
  'COMPANY_NAME',
  'RECORD_TITLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
  'BUCKET',
  'ARCHIVE_BUCKET',
  'ARCHIVE_YEARS',
);

const ports = {
  ledger: dynamoLedger(env),
  envelopes: dynamoEnvelopes(env, systemClock),
  watch: dynamoWatch(env, systemClock),
  letters: sqsLetters(env),
  records: dynamoRecords(env, systemClock),
  bus: eventBridgeBus(env),
  clock: systemClock,
};

export const handler = streamPipeline({
  read: addedEntry,
  group: ({ envelopeId }) => envelopeId,
  giveUp: makeGiveUp(ports, envelopeIdIn),
  envelopeIdIn,
  clock: systemClock,
  pause: systemPause,
  run: makePublish(ports, makeProject(ports, projectSettings(env)), {
    onPublished: (type) => log('info', 'published', { type }),
    archive: env.ARCHIVE_YEARS > 0 ? makeArchiveCompleted(archiveWhenNeeded(env)) : undefined,
  }),
});
