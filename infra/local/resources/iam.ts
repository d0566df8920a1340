import * as z from 'zod';
import { accountId } from '../aws/account.ts';
import { localArn } from '../iam/access-request.ts';
import type { Json } from '../json.ts';
import { queueArn } from '../messaging/sqs.ts';
import { functionNameOf, provisioner, unused } from './provisioner.ts';

const document = z.json() as unknown as z.ZodType<Json>;

const Policy = z.strictObject({
  PolicyName: z.string(),
  PolicyDocument: document,
  Roles: z.array(z.string()).min(1),
});

export const provisionPolicy = provisioner(Policy, ({ name, properties }, { access }) => {
  for (const role of properties.Roles) access.grant(role, properties.PolicyDocument);
  return { ref: name, attributes: {} };
});

const Role = z.strictObject({
  AssumeRolePolicyDocument: document,
  RoleName: z.string().optional(),
  Policies: z
    .array(z.strictObject({ PolicyName: z.string(), PolicyDocument: document }))
    .default([]),
  Description: unused,
  Tags: unused,
});

export const provisionRole = provisioner(Role, ({ name: logical, properties }, { access }) => {
  const name = properties.RoleName ?? logical;
  for (const { PolicyDocument } of properties.Policies) access.grant(name, PolicyDocument);
  return {
    ref: name,
    attributes: { Arn: `arn:aws:iam::${accountId}:role/${name}`, RoleId: name },
  };
});

const Permission = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
  FunctionUrlAuthType: z.string().optional(),
  InvokedViaFunctionUrl: z.boolean().optional(),
});

const given = (conditions: Record<string, string | boolean | undefined>): Json =>
  Object.fromEntries(
    Object.entries(conditions).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );

/** A statement of the function's resource policy, as Lambda's AddPermission writes it. */
const statementOf = (permission: z.output<typeof Permission>, Resource: string): Json => ({
  Effect: 'Allow',
  Principal: permission.Principal,
  Action: permission.Action,
  Resource,
  Condition: {
    ArnLike: given({ 'aws:SourceArn': permission.SourceArn }),
    StringEquals: given({
      'aws:SourceAccount': permission.SourceAccount,
      'lambda:FunctionUrlAuthType': permission.FunctionUrlAuthType,
    }),
    Bool: given({ 'lambda:InvokedViaFunctionUrl': permission.InvokedViaFunctionUrl }),
  },
});

export const provisionPermission = provisioner(Permission, ({ name, properties }, { access }) => {
  const functionArn = localArn('lambda', `function:${functionNameOf(properties.FunctionName)}`);
  access.protect(functionArn, { Statement: [statementOf(properties, functionArn)] });
  return { ref: name, attributes: {} };
});

const QueuePolicy = z.strictObject({ PolicyDocument: document, Queues: z.array(z.string()) });

export const provisionQueuePolicy = provisioner(QueuePolicy, ({ name, properties }, target) => {
  const { access, queues } = target;
  for (const url of properties.Queues)
    access.protect(queueArn(queues.nameOf(url)), properties.PolicyDocument);
  return { ref: name, attributes: {} };
});

const TopicPolicy = z.strictObject({ PolicyDocument: document, Topics: z.array(z.string()) });

export const provisionTopicPolicy = provisioner(TopicPolicy, ({ name, properties }, { access }) => {
  for (const arn of properties.Topics) access.protect(arn, properties.PolicyDocument);
  return { ref: name, attributes: {} };
});
