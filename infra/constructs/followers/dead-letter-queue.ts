import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Alarms, READING } from '../alarms/alarms.ts';

interface DeadLetterQueueProps {
  readonly alarms: Alarms;
  readonly name: string;
  /**
   * `impact`: what is lost with a message in the queue. `toldBy`: the alarm that already covers the failures
   * that lead here.
   */
  readonly letters: { readonly impact: string } | { readonly toldBy: string };
}

/** Keeps what could not be handled for 14 days, and raises an alarm at once. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarms, name, letters }: DeadLetterQueueProps) {
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
    if ('toldBy' in letters) return;
    alarms.raise(this, `${name}-dead-letters`, {
      impact: letters.impact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: READING,
        statistic: 'Maximum',
      }),
      above: 0,
    });
  }
}
