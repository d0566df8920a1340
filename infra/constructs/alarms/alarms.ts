import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';

export interface AlarmProps {
  /** User impact; the first line of the alarm. */
  readonly impact: string;
  readonly metric: IMetric;
  /** The alarm is raised when one reading exceeds this. */
  readonly above: number;
}

/** The SNS topic that every alarm notifies, and the method that creates alarms on it. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** Names of all alarms raised so far, without the deployment's prefix. */
  readonly names: string[] = [];

  constructor(scope: Construct, id: string, props: { mail: string | undefined }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Sigillo alarms', enforceSSL: true });
    this.#allowAlarmsToPublish();
    new CfnOutput(Stack.of(this), 'AlarmTopic', { value: this.topic.topicArn });
    if (props.mail) this.topic.addSubscription(new EmailSubscription(props.mail));
  }

  /** `name` is also the heading in docs/runbook.md. Missing data counts as healthy: some nights nobody signs. */
  raise(scope: Construct, name: string, { impact, metric, above }: AlarmProps): void {
    const alarm = new Alarm(scope, `${pascalCase(name)}Alarm`, {
      alarmName: regionalName(this, name),
      alarmDescription: `${impact} See docs/runbook.md, "sigillo-${name}".`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.names.push(name);
  }

  /** An explicit topic policy replaces the default one, which would have allowed alarms to publish. */
  #allowAlarmsToPublish() {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.topic.stack.account } },
      }),
    );
  }
}

/** Readings are sums over five minutes, unless AWS publishes the metric less often. */
export const READING = Duration.minutes(5);

const pascalCase = (name: string) =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
