import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';
import { READING } from './alarms.ts';

interface Counting {
  readonly logGroup: ILogGroup;
  readonly metricName: string;
  /** CloudWatch Logs user guide, "Filter pattern syntax for metric filters". */
  readonly pattern: string;
}

/**
 * How many lines of a log group match a pattern. There is no default value, so the metric exists only in
 * hours with a match, and only those are billed.
 */
export function countedLines(
  scope: Construct,
  { logGroup, metricName, pattern }: Counting,
): Metric {
  const filter = new MetricFilter(scope, `${metricName}Count`, {
    logGroup,
    filterPattern: FilterPattern.literal(pattern),
    metricNamespace: regionalName(scope),
    metricName,
  });
  return filter.metric({ statistic: 'Sum', period: READING });
}
