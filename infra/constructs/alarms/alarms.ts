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
import { regionalName } from '../../naming.ts';

export interface AlarmProps {
  /** User impact; the first line of the alarm. */
  readonly impact: string;
  readonly metric: IMetric;
  /** Raised by one reading above this. */
  readonly above: number;
}

/** The topic that every alarm reports to, and the way to raise one. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** Of all that were raised so far, without the deployment's name. */
  readonly names: string[] = [];

  constructor(scope: Construct, id: string, props: { mail: string | undefined }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Sigillo alarms', enforceSSL: true });
    this.#letAlarmsPublish();
    new CfnOutput(Stack.of(this), 'AlarmTopic', { value: this.topic.topicArn });
    if (props.mail) this.topic.addSubscription(new EmailSubscription(props.mail));
  }

  /** `name` is also the heading in docs/runbook.md; silence is health, since nobody may sign at night. */
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

  /** A topic with a policy of its own loses the default one, under which alarms could publish. */
  #letAlarmsPublish() {
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

/** Readings are sums over this long unless a metric comes less often. */
export const READING = Duration.minutes(5);

const pascalCase = (name: string) =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
