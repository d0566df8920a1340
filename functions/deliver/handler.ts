import { dynamoAccess } from '../../shared/aws/dynamo-access.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { s3Documents } from '../../shared/aws/s3-documents.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import { snsTextMessages } from '../../shared/aws/sns-text-messages.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { systemRandom } from '../../shared/aws/system-random.ts';
import { environment } from '../../shared/contract/environment.ts';
import { DeliverEvent, DeliverEventResult } from '../../shared/contract/mail-failure.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeDeliver } from './deliver.ts';
import { makeRecordMailFailure } from './mail-failure.ts';

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

const brand = {
  company: env.COMPANY_NAME,
  colour: env.COMPANY_COLOUR,
  appUrl: env.APP_URL,
  timeZone: env.TIME_ZONE,
};

const ports = {
  clock: systemClock,
  random: systemRandom,
  ledger: dynamoLedger(env),
  access: dynamoAccess(env, systemClock),
  documents: s3Documents(env),
  notify: makeNotify({ mailer: sesMailer(env), textMessages: snsTextMessages(env) }, brand),
};

const deliver = makeDeliver(ports, { brand, verifierUrl: env.VERIFIER_URL });
const recordMailFailure = makeRecordMailFailure(ports);

export const handler = taskPipeline(DeliverEvent, DeliverEventResult, async (event) => {
  if ('operation' in event) return deliver(event);
  await recordMailFailure(event);
  return { recorded: true } as const;
});
