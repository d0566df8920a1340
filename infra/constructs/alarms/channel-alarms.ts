import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Config } from '../../config.ts';
import type { Alarms } from './alarms.ts';

/** Alarms on SMS and e-mail metrics, which AWS publishes per account and only while messages are sent. */
export class ChannelAlarms extends Construct {
  constructor(scope: Construct, id: string, alarms: Alarms, { mail, text }: Config) {
    super(scope, id);
    if (text.countries.length > 0) this.#watchTexts(alarms, text);
    alarms.raise(this, 'mail-quota', {
      impact: 'At its daily quota SES sends no mail: no links, codes or documents.',
      metric: sentInADay,
      above: mail.dailyQuota * 0.8,
    });
    alarms.raise(this, 'mail-bounces', {
      impact: 'At ten in a hundred AWS stops all mail: no links, codes or documents.',
      metric: ses('Reputation.BounceRate'),
      above: 0.05,
    });
    alarms.raise(this, 'mail-complaints', {
      impact: 'At five in a thousand AWS stops all mail: no links, codes or documents.',
      metric: ses('Reputation.ComplaintRate'),
      above: 0.001,
    });
  }

  #watchTexts(alarms: Alarms, { monthlySpendUsd }: Config['text']) {
    alarms.raise(this, 'text-spend', {
      impact: 'At the monthly limit no text message leaves: no link, no code by SMS.',
      metric: sns('SMSMonthToDateSpentUSD', 'Maximum', {}),
      above: monthlySpendUsd * 0.8,
    });
    alarms.raise(this, 'text-failures', {
      impact: 'Text messages do not arrive: those parties get no link or no code.',
      metric: sns('NumberOfNotificationsFailed', 'Sum', { PhoneNumber: 'PhoneNumberDirect' }),
      above: 0,
    });
  }
}

const sns = (metricName: string, statistic: string, dimensionsMap: Record<string, string>) =>
  new Metric({
    namespace: 'AWS/SNS',
    metricName,
    statistic,
    dimensionsMap,
    period: Duration.minutes(15),
  });

const ses = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) });

/** The quota is per rolling 24 hours, the metric per calendar day: alarming at 80 % leaves room for the difference. */
const sentInADay = new Metric({
  namespace: 'AWS/SES',
  metricName: 'Send',
  statistic: 'Sum',
  period: Duration.days(1),
});
