import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { logGroupName } from '../../naming.ts';
import type { Doors } from '../doors/doors.ts';
import { type Alarms, READING } from './alarms.ts';
import { countedLines } from './counted-lines.ts';

/** Of route keys: `OWN_ROUTES` and `SIGNER_ROUTES` of shared/contract/routes.ts. */
const TO_SIGNER = '($.route = "*/api/sign/*" || $.route = "*/ceremony")';
const TO_SENDER = '($.route != "*/api/sign/*" && $.route != "*/ceremony")';

/** The pages retry short throttling. */
const FEW = 10;

/**
 * What people see at the doors, whatever went wrong behind them: a function that answers 500 has made no
 * error that Lambda counts, and one that was never called cannot count.
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

/** Of the whole account, whose functions share one number. */
const throttles = new Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Throttles',
  statistic: 'Sum',
  period: READING,
});
