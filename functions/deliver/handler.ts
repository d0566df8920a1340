import { awsChannels } from '../../shared/aws/channels.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { s3Documents } from '../../shared/aws/s3-documents.ts';
import { systemRandom } from '../../shared/aws/system-random.ts';
import {
  DeliverEvent,
  DeliverEventResult,
  TextFailure,
} from '../../shared/contract/delivery-failure.ts';
import { environment } from '../../shared/contract/environment.ts';
import { brandOf } from '../../shared/messages/notice.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { followedLines } from '../../shared/runtime/followed-lines.ts';
import { logLostRow } from '../../shared/runtime/log-lost-row.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeDeliver } from './deliver.ts';
import { makeRecordFailure } from './record-failure.ts';
import { makeRecordMailFailure } from './record-mail-failure.ts';
import { makeRecordTextFailure } from './record-text-failure.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'BUCKET',
  'APP_URL',
  'VERIFIER_URL',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'TIME_ZONE',
  'MAIL_FROM',
  'CONFIGURATION_SET',
  'SMS_SENDER_ID',
);

const brand = brandOf(env);

const channels = awsChannels(env);

const ports = {
  ...channels,
  random: systemRandom,
  ledger: dynamoLedger(env),
  documents: s3Documents(env),
  notify: makeNotify(channels, brand, logLostRow),
};

const deliver = makeDeliver(ports, { brand, verifierUrl: env.VERIFIER_URL });
const recordFailure = makeRecordFailure(ports);
const recordMailFailure = makeRecordMailFailure(recordFailure);
const recordTextFailure = makeRecordTextFailure(ports, recordFailure);

export const handler = taskPipeline(DeliverEvent, DeliverEventResult, async (event) => {
  if ('operation' in event) return deliver(event);
  if ('detail' in event) await recordMailFailure(event);
  else for (const failure of followedLines(event, TextFailure)) await recordTextFailure(failure);
  return { recorded: true } as const;
});
