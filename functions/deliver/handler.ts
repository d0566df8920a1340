import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { awsChannels } from '../../shared/aws/messages/channels.ts';
import { environment } from '../../shared/contract/environment.ts';
import { DeliverResult, DeliverTask } from '../../shared/contract/tasks.ts';
import { makeMailTo } from '../../shared/messages/mail-to.ts';
import { brandOf } from '../../shared/messages/notice.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { logLostRow } from '../../shared/runtime/log-lost-row.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeDeliver } from './deliver.ts';

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
  ledger: noting(dynamoLedger(env)),
  documents: s3Documents(env),
  notify: makeNotify(channels, brand, logLostRow),
  mailTo: makeMailTo(channels, brand),
};

const deliver = makeDeliver(ports, { brand, verifierUrl: env.VERIFIER_URL });

export const handler = taskPipeline(DeliverTask, DeliverResult, deliver);
