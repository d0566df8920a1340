import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { logGroupName } from '../../stacks/naming.ts';
import type { Doors } from '../doors/doors.ts';
import { type Alarms, READING } from './alarms.ts';
import { countedLines } from './counted-lines.ts';

/** Patterns over route keys: `OWN_ROUTES` and `SIGNER_ROUTES` of shared/contract/api/routes.ts. */
const TO_SIGNER = '($.route = "*/api/sign/*" || $.route = "*/ceremony")';
const TO_SENDER = '($.route != "*/api/sign/*" && $.route != "*/ceremony")';

/** Throttled requests in five minutes that raise no alarm, since the pages retry. */
const FEW = 10;

/**
 * Errors as users see them, measured at the API: Lambda's own metrics count neither a function that answers
 * 500 nor one that was never invoked.
 */
export class ApiAlarms extends Construct {
  readonly #log: ILogGroup;

  constructor(scope: Construct, id: string, alarms: Alarms, { sender, signer }: Doors) {
    super(scope, id);
    this.#log = LogGroup.fromLogGroupName(this, 'AccessLog', logGroupName(this, 'api'));
    alarms.raise(sender, 'sender-errors', {
      impact: 'Employees cannot send or follow documents. Those under way go on.',
      metric: this.#count('SenderFaults', `{ $.status = "5*" && ${TO_SENDER} }`),
      above: 0,
    });
    alarms.raise(signer, 'signer-errors', {
      impact: 'Nobody can open a link, get a code, sign, decline or download.',
      metric: this.#count('SignerFaults', `{ $.status = "5*" && ${TO_SIGNER} }`),
      above: 0,
    });
    alarms.raise(this, 'api-throttled', {
      impact: 'Senders or signers are turned away by the limit of requests, and told to wait.',
      metric: this.#count('ThrottledRequests', '{ $.status = "429" && $.error != "-" }'),
      above: FEW,
    });
    alarms.raise(this, 'throttles', {
      impact: 'The account runs too many functions at once: people are refused, steps come late.',
      metric: throttles,
      above: FEW,
    });
  }

  #count(metricName: string, pattern: string) {
    return countedLines(this, { logGroup: this.#log, metricName, pattern });
  }
}

/** Account-wide, because all functions share the account's concurrency limit. */
const throttles = new Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Throttles',
  statistic: 'Sum',
  period: READING,
});
