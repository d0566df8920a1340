import { Aws, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { regionalName } from '../../naming.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';
import { LONGEST_SIGNING_DAYS } from '../storage/document-store.ts';
import { type WorkflowTasks, workflowDefinition } from './workflow-definition.ts';

export interface WorkflowProps {
  readonly tasks: Readonly<Record<keyof WorkflowTasks, SigilloFunction>>;
  readonly documentDays: number;
}

const machineName = (scope: Construct) => regionalName(scope, 'envelopes');

/** By name and not by reference: the machine itself refers to a task that may end waits. */
const arnOf = (scope: Construct, kind: 'stateMachine' | 'execution') =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${kind}:${machineName(scope)}`;

/** Task tokens belong to the machine that gave them. */
export const letEndWaits = (user: SigilloFunction): void =>
  user.allow(['states:SendTaskSuccess'], [arnOf(user, 'stateMachine')]);

/** Days that retries may add to an envelope's life. */
const RETRY_DAYS = 30;

/** One execution an envelope, named after it. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const { intake, invite, seal, deliver, purge } = props.tasks;
    const tasks = {
      intake: intake.lambda.functionArn,
      invite: invite.lambda.functionArn,
      seal: seal.lambda.functionArn,
      deliver: deliver.lambda.functionArn,
      purge: purge.lambda.functionArn,
    };
    const longestDays = LONGEST_SIGNING_DAYS + props.documentDays + RETRY_DAYS;
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(this),
      comment: 'One envelope from its sending to its purge',
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(workflowDefinition(tasks, longestDays)),
      ),
      stateMachineType: StateMachineType.STANDARD,
      role: this.#role(Object.values(tasks)),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#acknowledge();
  }

  letStart(starter: SigilloFunction): void {
    starter.setVariables({ MACHINE_ARN: this.machine.stateMachineArn });
    starter.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
  }

  /** What Step Functions tells the account's default bus of an execution that did not succeed. */
  get endedTooEarly(): EventPattern {
    return {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: {
        stateMachineArn: [this.machine.stateMachineArn],
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
      },
    };
  }

  letLookUp(reader: SigilloFunction): void {
    const executions = `${arnOf(this, 'execution')}:*`;
    const reason = 'Each envelope has an execution of its own, named after it.';
    allowPattern(reader, ['states:DescribeExecution'], [executions], reason);
  }

  #role(functionArns: readonly string[]) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...functionArns] }),
    );
    return role;
  }

  #acknowledge() {
    Validations.of(this.machine).acknowledge({
      id: 'AwsSolutions-SF1',
      reason:
        'Log delivery would need grants on every resource; the history keeps all events for 90 days and each task has its own log.',
    });
    Validations.of(this.machine).acknowledge({
      id: 'AwsSolutions-SF2',
      reason: 'X-Ray would need grants on every resource, and an execution waits for weeks.',
    });
  }
}
