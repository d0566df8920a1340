import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { textFailureLog } from '../messaging/text-log.ts';
import { functionNameOf, provisioner, unused } from './provisioner.ts';

const LogGroup = z.strictObject({
  LogGroupName: z.string().optional(),
  RetentionInDays: unused,
  Tags: unused,
});

/** Functions log to files; a log group is only a name to subscribe to. */
export const provisionLogGroup = provisioner(LogGroup, ({ properties, name }) => {
  const group = properties.LogGroupName ?? name;
  const Arn = `arn:aws:logs:${region}:${accountId}:log-group:${group}:*`;
  return { ref: group, attributes: { Arn } };
});

const SubscriptionFilter = z.strictObject({
  LogGroupName: z.literal(textFailureLog),
  DestinationArn: z.string().regex(/^arn:aws:lambda:/, 'a function'),
  FilterPattern: z.literal(''),
});

export const provisionSubscriptionFilter = provisioner(SubscriptionFilter, (request, target) => {
  target.textLog.follow(functionNameOf(request.properties.DestinationArn));
  return { ref: request.name, attributes: {} };
});
