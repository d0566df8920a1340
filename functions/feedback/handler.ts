import * as z from 'zod';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { awsMailer } from '../../shared/aws/messages/channels.ts';
import { dynamoClaims } from '../../shared/aws/messages/dynamo-claims.ts';
import { dynamoSentTexts } from '../../shared/aws/messages/dynamo-sent-texts.ts';
import { environment } from '../../shared/contract/environment.ts';
import { makeMailTo } from '../../shared/messages/mail-to.ts';
import { brandOf, listUrl } from '../../shared/messages/notice.ts';
import { followedLines } from '../../shared/runtime/followed-lines.ts';
import { log } from '../../shared/runtime/log.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeFeedback } from './feedback.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'APP_URL',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'TIME_ZONE',
  'MAIL_FROM',
  'CONFIGURATION_SET',
);

const brand = brandOf(env);
const mail = { mailer: awsMailer(env), random: systemRandom };
const ports = {
  clock: systemClock,
  random: systemRandom,
  ledger: noting(dynamoLedger(env)),
  claims: dynamoClaims(env, systemClock),
  sentTexts: dynamoSentTexts(env, systemClock),
  mailTo: makeMailTo(mail, brand),
  listUrl: listUrl(brand),
};

const feedback = makeFeedback(ports, {
  linesOf: followedLines,
  onOutcome: (outcome, envelopeId) => log('info', 'feedback', { outcome, envelopeId }),
});

/** Throws only if a service fails, never for the content of an event. */
export const handler = taskPipeline(z.unknown(), z.object({ heard: z.number() }), feedback);
