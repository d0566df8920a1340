import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../shared/contract/environment.ts';
import type { Bundles } from '../build/bundles.ts';
import type { FunctionName } from '../build/entries.ts';
import { logRetention } from '../stacks/log-retention.ts';
import { logGroupName } from '../stacks/naming.ts';
import { type Alarms, READING } from './alarms/alarms.ts';
import { countedLines } from './alarms/counted-lines.ts';

/** The HTTP API times out after 30 seconds: a function must end before that, so that its own timeout is counted. */
const DOOR_TIMEOUT = Duration.seconds(29);

interface CountedErrors {
  /** User impact while it fails: one sentence for the person on call. */
  readonly impact: string;
  /** Errors within five minutes that are no alarm, because callers retry. */
  readonly tolerated?: number;
}

/** Name of another alarm that covers every failure of this function, if it has no alarm of its own. */
interface ErrorsToldBy {
  readonly toldBy: string;
}

export interface SigilloFunctionProps {
  readonly name: FunctionName;
  readonly description: string;
  readonly errors: CountedErrors | ErrorsToldBy;
  readonly memoryMib?: number;
  readonly timeout?: Duration;
  /** Reserved concurrent executions; undefined: shares the account's. */
  readonly reservedConcurrency?: number | undefined;
  readonly bundles: Bundles;
  readonly alarms: Alarms;
}

/**
 * A function with its own role, log group and alarm. The role may write only to that log group; each grant
 * also sets the variable that names the granted resource.
 */
export class SigilloFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;
  readonly name: FunctionName;

  constructor(scope: Construct, id: string, props: SigilloFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: logGroupName(this, `functions/${props.name}`),
      retention: logRetention(this),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundles.folder(props.name)),
      handler: 'index.handler',
      memorySize: props.memoryMib ?? 1024,
      timeout: props.timeout ?? DOOR_TIMEOUT,
      ...(props.reservedConcurrency && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      role: this.role,
      logGroup,
    });
    this.logGroup = logGroup;
    if ('impact' in props.errors) this.#alarmOnErrors(props, props.errors);
  }

  /** Number of lines of its log that match a CloudWatch filter pattern; billed only in hours with a match. */
  countLines(metricName: string, pattern: string): Metric {
    return countedLines(this, { logGroup: this.logGroup, metricName, pattern });
  }

  /** Variables out of those in shared/contract/environment.ts. */
  setVariables(variables: Partial<Record<EnvironmentName, string>>): void {
    for (const [name, value] of Object.entries(variables)) this.lambda.addEnvironment(name, value);
  }

  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, unknown>,
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions && { conditions }),
      }),
    );
  }

  #alarmOnErrors({ alarms, name }: SigilloFunctionProps, { impact, tolerated = 0 }: CountedErrors) {
    alarms.raise(this, `${name}-errors`, {
      impact,
      metric: this.lambda.metricErrors({ period: READING, statistic: 'Sum' }),
      above: tolerated,
    });
  }
}
