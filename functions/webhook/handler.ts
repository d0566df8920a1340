import { kmsSecretKey } from '../../shared/aws/keys/kms-secret-key.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { awsMailer } from '../../shared/aws/messages/channels.ts';
import { dynamoClaims } from '../../shared/aws/messages/dynamo-claims.ts';
import { dynamoDeliveries } from '../../shared/aws/webhooks/dynamo-deliveries.ts';
import { dynamoWebhooks } from '../../shared/aws/webhooks/dynamo-webhooks.ts';
import { sfnRedeliveries } from '../../shared/aws/webhooks/sfn-redeliveries.ts';
import { environment } from '../../shared/contract/environment.ts';
import { WebhookEvent, WebhookResult } from '../../shared/contract/webhook-tasks.ts';
import { brandOf } from '../../shared/messages/notice.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { guardedPost } from '../../shared/webhooks/guarded-post.ts';
import { makeTellOwner } from './tell-owner.ts';
import { makeWebhook } from './webhook.ts';

const env = environment(
  'WEBHOOKS_TABLE',
  'WEBHOOK_KEY',
  'WEBHOOK_RECEIVERS',
  'REDELIVERY_ARN',
  'ACCESS_TABLE',
  'APP_URL',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'TIME_ZONE',
  'MAIL_FROM',
  'CONFIGURATION_SET',
);

const ports = {
  clock: systemClock,
  random: systemRandom,
  webhooks: dynamoWebhooks(env),
  deliveries: dynamoDeliveries(env),
  redeliveries: sfnRedeliveries(env),
  secretKey: kmsSecretKey(env.WEBHOOK_KEY),
  post: guardedPost({ receivers: env.WEBHOOK_RECEIVERS }),
  mailer: awsMailer(env),
  claims: dynamoClaims(env, systemClock),
};

export const handler = taskPipeline(
  WebhookEvent,
  WebhookResult,
  makeWebhook(ports, makeTellOwner(ports, brandOf(env))),
);
