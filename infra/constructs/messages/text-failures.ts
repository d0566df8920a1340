import { Aws, CfnOutput, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';

export interface TextFailuresProps {
  /** The function that records undelivered texts. */
  readonly feedback: SigilloFunction;
  readonly logExists: boolean;
}

/**
 * SNS reports undelivered text messages only in a CloudWatch log, and writes that log only once the account's
 * SMS attributes name the role printed here. CloudFormation cannot set those attributes.
 */
export class TextFailures extends Construct {
  constructor(scope: Construct, id: string, { feedback, logExists }: TextFailuresProps) {
    super(scope, id);
    this.#log(logExists).addSubscriptionFilter('Follow', {
      destination: new LambdaDestination(feedback.lambda),
      filterPattern: FilterPattern.allEvents(),
    });
    new CfnOutput(this, 'Role', {
      key: 'TextDeliveryRole',
      description: 'Set as DeliveryStatusIAMRole in the SMS attributes of SNS',
      value: this.#writer().roleArn,
    });
  }

  /** The lines contain phone numbers, so they are kept only as long as investigating a failure takes. */
  #log(exists: boolean): ILogGroup {
    const logGroupName = `sns/${Aws.REGION}/${Aws.ACCOUNT_ID}/DirectPublishToPhoneNumber/Failure`;
    if (exists) return LogGroup.fromLogGroupName(this, 'Log', logGroupName);
    return new LogGroup(this, 'Log', {
      logGroupName,
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  #writer(): Role {
    const role = new Role(this, 'Writer', { assumedBy: new ServicePrincipal('sns.amazonaws.com') });
    const actions = ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents'];
    role.addToPolicy(
      new PolicyStatement({
        actions: [...actions, 'PutMetricFilter', 'PutRetentionPolicy'].map(
          (name) => `logs:${name}`,
        ),
        resources: [`arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:sns/*`],
      }),
    );
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:sns/*]',
      reason: 'SNS names the log groups and streams that it makes, all below sns/.',
    });
    return role;
  }
}
