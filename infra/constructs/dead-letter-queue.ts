import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Alarms, READING } from './alarms.ts';

/** Keeps what could not be handled until someone has looked, and says so at once. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    props: { alarms: Alarms; name: string; impact: string },
  ) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue of a function.',
    });
    props.alarms.raise(this, `${props.name}-dead-letters`, {
      impact: props.impact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: READING,
        statistic: 'Maximum',
      }),
      above: 0,
    });
  }
}
