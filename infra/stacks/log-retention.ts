import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

const KEY = 'sigillo:log-days';

/** By which the app tells its constructs how long logs are kept. */
export const logRetentionContext = (days: number): Readonly<Record<string, number>> => ({
  [KEY]: days,
});

/** Of functions' and doors' logs, by the company's settings. */
export const logRetention = (scope: Construct): RetentionDays => scope.node.getContext(KEY);
