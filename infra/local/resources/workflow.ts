import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { provisioner, unused } from './provisioner.ts';

const StateMachine = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal('STANDARD').optional(),
  DefinitionString: z.string(),
  RoleArn: z.string(),
  LoggingConfiguration: unused,
  TracingConfiguration: unused,
  EncryptionConfiguration: unused,
  Tags: unused,
});

export const provisionStateMachine = provisioner(
  StateMachine,
  (request, { stateMachines, access }) => {
    const name = request.properties.StateMachineName ?? request.name;
    const arn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
    const { DefinitionString, RoleArn } = request.properties;
    stateMachines.define(arn, DefinitionString);
    stateMachines.guard(arn, (functionArn) => access.checkMachine(RoleArn, functionArn));
    return { ref: arn, attributes: { Arn: arn, Name: name } };
  },
);
