import * as z from 'zod/mini';
import { dynamoTaskTokens } from '../../shared/aws/access/dynamo-task-tokens.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { awsChannels } from '../../shared/aws/messages/channels.ts';
import { sfnTaskTokens } from '../../shared/aws/workflow/sfn-workflow.ts';
import { environment } from '../../shared/contract/environment.ts';
import { InviteResult, InviteTask } from '../../shared/contract/tasks.ts';
import { brandOf } from '../../shared/messages/notice.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { logLostRow } from '../../shared/runtime/log-lost-row.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeExpire } from './expire.ts';
import { makeInvite } from './invite.ts';
import { makeAwait } from './wait.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'APP_URL',
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
  taskTokens: dynamoTaskTokens(env, systemClock),
  workflow: sfnTaskTokens,
  notify: makeNotify(channels, brand, logLostRow),
};

const invite = makeInvite(ports, brand);
const expire = makeExpire(ports);
const wait = makeAwait(ports);

/** The workflow ignores the result of `invite`: only the task token ends the wait. */
export const handler = taskPipeline(InviteTask, z.optional(InviteResult), (task) =>
  task.operation === 'invite'
    ? invite(task)
    : task.operation === 'await'
      ? wait(task)
      : expire(task),
);
