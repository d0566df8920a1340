import {
  CreateEventBusCommand,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  type PutTargetsCommandInput,
} from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { accountId } from '../aws/account.ts';
import { busArn, ruleArn } from '../events/event-bus.ts';
import { queueArn } from '../messaging/sqs.ts';
import { provisioner, unused } from './provisioner.ts';

const EventBus = z.strictObject({ Name: z.string(), Description: unused, Tags: unused });

export const provisionEventBus = provisioner(EventBus, async ({ properties }, { aws }) => {
  await aws.events.send(new CreateEventBusCommand({ Name: properties.Name }));
  const { Name } = properties;
  return { ref: Name, attributes: { Name, Arn: busArn(Name) } };
});

const Target = z.strictObject({
  Id: z.string(),
  Arn: z.string().regex(/^arn:aws:lambda:/, 'a function'),
  Input: z.string().optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.number().optional(),
      MaximumEventAgeInSeconds: z.number().optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
});

const Rule = z.strictObject({
  Name: z.string().optional(),
  EventBusName: z.string().default('default'),
  EventPattern: z.json().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(Target).default([]),
  Description: unused,
  RoleArn: unused,
  Tags: unused,
});

/** Rule names are limited to 64 characters; a longer one keeps its end, which has CDK's hash. */
const ruleName = (name: string) => name.slice(-64);

export const provisionRule = provisioner(Rule, async (request, { aws }) => {
  const { EventBusName, EventPattern, ScheduleExpression, State, Targets } = request.properties;
  const Name = request.properties.Name ?? ruleName(request.name);
  const rule: PutRuleCommandInput = {
    Name,
    EventBusName,
    State,
    ...(EventPattern !== undefined && { EventPattern: JSON.stringify(EventPattern) }),
    ...(ScheduleExpression !== undefined && { ScheduleExpression }),
  };
  await aws.events.send(new PutRuleCommand(rule));
  const targets = { Rule: Name, EventBusName, Targets } as PutTargetsCommandInput;
  if (Targets.length > 0) await aws.events.send(new PutTargetsCommand(targets));
  const bus = EventBusName.split('/').at(-1) ?? EventBusName;
  return { ref: Name, attributes: { Arn: ruleArn(bus, Name) } };
});

const Queue = z.strictObject({
  QueueName: z.string().optional(),
  MessageRetentionPeriod: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  SqsManagedSseEnabled: unused,
  KmsMasterKeyId: unused,
  Tags: unused,
});

export const provisionQueue = provisioner(Queue, (request, { queues, awsUrl }) => {
  const name = request.properties.QueueName ?? request.name.slice(-80);
  queues.create(name, {});
  return {
    ref: `${awsUrl}/${accountId}/${name}`,
    attributes: { Arn: queueArn(name), QueueName: name },
  };
});

const Topic = z.strictObject({
  TopicName: z.string().optional(),
  DisplayName: unused,
  Tags: unused,
});

export const provisionTopic = provisioner(Topic, async (request, { aws }) => {
  const Name = request.properties.TopicName ?? request.name;
  const { TopicArn = '' } = await aws.sns.send(new CreateTopicCommand({ Name }));
  return { ref: TopicArn, attributes: { TopicArn, TopicName: Name } };
});
