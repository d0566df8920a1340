import * as z from 'zod';
import { accountId, region } from '../account.ts';
import { provisioner, unused } from './provisioner.ts';

const StateMachine = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal('STANDARD').optional(),
  DefinitionString: z.string(),
  RoleArn: unused,
  LoggingConfiguration: unused,
  TracingConfiguration: unused,
  EncryptionConfiguration: unused,
  Tags: unused,
});

export const provisionStateMachine = provisioner(StateMachine, (request, { stateMachines }) => {
  const name = request.properties.StateMachineName ?? request.name;
  const arn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
  stateMachines.define(arn, request.properties.DefinitionString);
  return { ref: arn, attributes: { Arn: arn, Name: name } };
});
