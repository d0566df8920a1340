import { Aws, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';
import type { SigilloFunction } from '../sigillo-function.ts';
import { redeliveryDefinition } from './redelivery-definition.ts';

const machineName = (scope: Construct) => regionalName(scope, 'redeliveries');

/** ARN built from the name, because a reference would be circular: the machine calls who may start it. */
export function grantRedeliver(starter: SigilloFunction): void {
  const arn = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${machineName(starter)}`;
  starter.setVariables({ REDELIVERY_ARN: arn });
  starter.allow(['states:StartExecution'], [arn]);
}

/** One Step Functions execution for each delivery that was not taken at once. */
export class Redelivery extends Construct {
  constructor(scope: Construct, id: string, webhook: SigilloFunction) {
    super(scope, id);
    const { functionArn } = webhook.lambda;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(this),
      comment: 'What a receiver of events did not take, again',
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(redeliveryDefinition(functionArn)),
      ),
      stateMachineType: StateMachineType.STANDARD,
      role,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(machine);
  }
}

function acknowledge(machine: StateMachine): void {
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF1',
    reason:
      'Log delivery would need grants on every resource; each attempt is in the table, and the history keeps all events for 90 days.',
  });
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF2',
    reason: 'X-Ray would need grants on every resource, and an execution waits for days.',
  });
}
