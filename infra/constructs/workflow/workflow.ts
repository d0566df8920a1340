import { Aws, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';
import { MAX_SIGNING_DAYS } from '../storage/document-store.ts';
import { type WorkflowTasks, workflowDefinition } from './workflow-definition.ts';

export interface WorkflowProps {
  readonly tasks: Readonly<Record<keyof WorkflowTasks, SigilloFunction>>;
  readonly documentDays: number;
}

const machineName = (scope: Construct) => regionalName(scope, 'envelopes');

/** ARN built from the name, because a reference would be circular: the machine refers to a task that may end waits. */
const arnOf = (scope: Construct, kind: 'stateMachine' | 'execution') =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${kind}:${machineName(scope)}`;

/** Permission on the machine, because Step Functions authorises task tokens against the machine that issued them. */
export const grantEndWaits = (user: SigilloFunction): void =>
  user.allow(['states:SendTaskSuccess'], [arnOf(user, 'stateMachine')]);

/** Days that retries may add to an envelope's lifetime. */
const RETRY_DAYS = 30;

/** One Step Functions execution per envelope, named after the envelope. */
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
    const longestDays = MAX_SIGNING_DAYS + props.documentDays + RETRY_DAYS;
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

  grantStart(starter: SigilloFunction): void {
    starter.setVariables({ MACHINE_ARN: this.machine.stateMachineArn });
    starter.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
  }

  /** Pattern for the events of executions that did not succeed, on the account's default bus. */
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

  grantDescribe(reader: SigilloFunction): void {
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
