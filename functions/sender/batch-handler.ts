import { dynamoBatches } from '../../shared/aws/batches/dynamo-batches.ts';
import { dynamoContacts } from '../../shared/aws/contacts/dynamo-contacts.ts';
import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { sfnBatchRuns } from '../../shared/aws/workflow/sfn-batch-runs.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { BatchEvent, BatchResult } from '../../shared/contract/tasks.ts';
import { logLeftRow } from '../../shared/runtime/log-left-row.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { retainedLedger } from './access/retained-ledger.ts';
import { makeResumeStill } from './batches/resume-still.ts';
import { makeTakeRows } from './batches/take-rows.ts';
import { makeKeepContacts } from './contacts/keep-contacts.ts';
import { makePutLaidOut } from './draft/begin-laid-out.ts';
import { type CountSending, makeSendOnce } from './draft/send.ts';
import { makeSettle } from './draft/settle.ts';
import { pdfCore } from './pdf-core.ts';

const env = environment(
  'LEDGER_TABLE',
  'ENVELOPES_TABLE',
  'CONTACTS_TABLE',
  'BATCHES_TABLE',
  'BATCH_MACHINE_ARN',
  'BUCKET',
  'DOCUMENT_DAYS',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
  'SIGNING_ORDER',
  'SMS_COUNTRIES',
  'LANGUAGES',
  'TIME_ZONE',
  'RATES',
);

const retention = retentionOf(env);

const ports = {
  ledger: retainedLedger(dynamoLedger(env), retention, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  contacts: dynamoContacts(env),
  batches: dynamoBatches(env, systemClock),
  batchRuns: sfnBatchRuns(env),
  documents: s3Documents(env),
  pdf: pdfCore,
  clock: systemClock,
  random: systemRandom,
};

/** Reserved at the dry run. */
const countSending: CountSending = (_caller, _channels, act) => act();

const sendSteps = {
  settle: makeSettle(ports),
  countSending,
  keepContacts: makeKeepContacts(ports),
};

const steps = {
  putLaidOut: makePutLaidOut(ports, { ...env, retention }),
  sendOnce: makeSendOnce(ports, sendSteps, env),
  logFault: logLeftRow,
};

const takeRows = makeTakeRows(ports, steps, env);
const resumeStill = makeResumeStill(ports);

export const handler = taskPipeline(BatchEvent, BatchResult, (event) =>
  event.operation === 'take' ? takeRows(event) : resumeStill(),
);
