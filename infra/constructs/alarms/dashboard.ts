import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { globalName, regionalName } from '../../stacks/naming.ts';
import type { SigilloFunction } from '../sigillo-function.ts';
import type { Alarms } from './alarms.ts';

const HOUR = Duration.hours(1);

export interface DashboardProps {
  readonly alarms: Alarms;
  readonly apiId: string;
  readonly machineArn: string;
  /** The service's functions, in the order in which a document passes through them. */
  readonly functions: readonly SigilloFunction[];
  readonly publish: SigilloFunction;
}

/**
 * One page for health and volume: AWS's metrics first, then three of our own. AWS does not bill the first
 * three dashboards of an account, of at most fifty metrics each.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const board = new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: globalName(this, 'overview'),
      defaultInterval: Duration.days(7),
    });
    board.addWidgets(this.#alarms(props.alarms));
    board.addWidgets(this.#envelopes(props), this.#doors(props.apiId), this.#messages());
    board.addWidgets(errors(props.functions), durations(props.functions), this.#account());
  }

  #alarms({ names }: Alarms) {
    const alarms = names.map((name) => Alarm.fromAlarmName(this, name, regionalName(this, name)));
    return new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 4 });
  }

  #envelopes({ machineArn, publish }: DashboardProps) {
    const counted = (name: string, label: string, types: string) =>
      publish
        .countLines(name, `{ $.event = "published" && (${types}) }`)
        .with({ label, period: HOUR });
    return graph('Envelopes', [
      vended('AWS/States', 'ExecutionsStarted', { StateMachineArn: machineArn }, 'begun'),
      counted('PartiesSigned', 'signatures', anyOf('party.signed')),
      counted('EnvelopesCompleted', 'completed', anyOf('envelope.completed')),
      counted(
        'EnvelopesStopped',
        'ended unsigned',
        anyOf('party.declined', 'envelope.voided', 'envelope.expired', 'envelope.failed'),
      ),
    ]);
  }

  #doors(apiId: string) {
    const api = (name: string) => vended('AWS/ApiGateway', name, { ApiId: apiId }, name);
    const own = (name: string) => vended(regionalName(this), name, {}, name);
    return graph('Doors', [
      ...['Count', '4xx', '5xx'].map(api),
      ...['SenderFaults', 'SignerFaults', 'ThrottledRequests'].map(own),
    ]);
  }

  #messages() {
    const texts = { PhoneNumber: 'PhoneNumberDirect' };
    return graph('Messages', [
      vended('AWS/SES', 'Send', {}, 'mails'),
      vended('AWS/SES', 'Bounce', {}, 'mails that bounced'),
      vended('AWS/SNS', 'NumberOfNotificationsDelivered', texts, 'texts'),
      vended('AWS/SNS', 'NumberOfNotificationsFailed', texts, 'texts that failed'),
    ]);
  }

  #account() {
    return graph('Functions at once, of the whole account', [
      vended('AWS/Lambda', 'ConcurrentExecutions', {}, 'at once', 'Maximum'),
      vended('AWS/Lambda', 'Throttles', {}, 'refused'),
    ]);
  }
}

const anyOf = (...types: readonly string[]): string =>
  types.map((type) => `$.type = "${type}"`).join(' || ');

const graph = (title: string, left: readonly IMetric[]) =>
  new GraphWidget({ title, left: [...left], width: 8, height: 6, leftYAxis: { min: 0 } });

const errors = (functions: readonly SigilloFunction[]) =>
  graph(
    'Errors',
    functions.map(({ lambda, name }) =>
      lambda.metricErrors({ label: name, period: HOUR, statistic: 'Sum' }),
    ),
  );

const durations = (functions: readonly SigilloFunction[]) =>
  graph(
    'Time that 95 of 100 calls take',
    functions.map(({ lambda, name }) =>
      lambda.metricDuration({ label: name, period: HOUR, statistic: 'p95' }),
    ),
  );

const vended = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  label: string,
  statistic = 'Sum',
) => new Metric({ namespace, metricName, dimensionsMap, label, statistic, period: HOUR });
