import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

const KEY = 'sigillo:log-days';

/** CDK context key with which the app passes the log retention to its constructs. */
export const logRetentionContext = (days: number): Readonly<Record<string, number>> => ({
  [KEY]: days,
});

/** Retention of function and API logs, from the company's settings. */
export const logRetention = (scope: Construct): RetentionDays => scope.node.getContext(KEY);
